package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.context.Contexts;
import dev.slipway.context.Resolution.Reason;
import dev.slipway.environment.spi.ParityAspect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares which contexts hold. */
@Component
class ContextParity implements ParityAspect {

    private final Contexts contexts;

    ContextParity(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public String name() {
        return "contexts";
    }

    @Override
    public List<Difference> differences(ComponentKey component, EnvironmentKey one, EnvironmentKey other) {
        var here = holding(component, one);
        var there = holding(component, other);
        var all = new TreeSet<>(here);
        all.addAll(there);
        return all.stream()
                .filter(context -> here.contains(context) != there.contains(context))
                .map(context -> new Difference(context, word(here.contains(context)), word(there.contains(context))))
                .toList();
    }

    private Set<String> holding(ComponentKey component, EnvironmentKey environment) {
        return contexts.resolve(component, environment).reasons().stream()
                .map(Reason::context)
                .collect(Collectors.toSet());
    }

    private static String word(boolean holds) {
        return holds ? "holds" : "does not hold";
    }
}
