package dev.slipway.flag;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.spi.ParityAspect;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares who sees the features of a component's product. */
@Component
class FlagParity implements ParityAspect {

    private final Flags flags;

    FlagParity(Flags flags) {
        this.flags = flags;
    }

    @Override
    public String name() {
        return "flags";
    }

    @Override
    public List<Difference> differences(ComponentKey component, EnvironmentKey one, EnvironmentKey other) {
        return flags.all().stream()
                .filter(flag -> flag.key().product().equals(component.product()))
                .filter(flag -> !seenBy(flag, one).equals(seenBy(flag, other)))
                .map(flag -> new Difference(flag.key().name(), seenBy(flag, one), seenBy(flag, other)))
                .toList();
    }

    private static String seenBy(Flag flag, EnvironmentKey environment) {
        return "seen by " + flag.in(environment).map(Exposure::words).orElse("nobody");
    }
}
