package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.catalog.spi.TargetSettings;
import dev.slipway.deployment.spi.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of target that there are. */
@Component
class TargetAdapters implements TargetSettings {

    private final Map<String, Target> targets;

    private final Remotes remotes;

    TargetAdapters(List<Target> targets, Remotes remotes) {
        this.remotes = remotes;
        this.targets = targets.stream()
                .collect(Collectors.toMap(
                        Target::adapter,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two adapters are called " + one.adapter());
                        },
                        TreeMap::new));
    }

    /** What carries out moves there: the adapter itself, or an agent that has it. */
    Optional<Target> of(TargetDescription target) {
        return Optional.ofNullable(targets.get(target.adapter()))
                .map(adapter -> target.isRemote() ? remotes.remote(adapter) : adapter);
    }

    @Override
    public boolean knows(String adapter) {
        return targets.containsKey(adapter);
    }

    @Override
    public Set<String> adapters() {
        return targets.keySet();
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return of(target).map(adapter -> adapter.flaws(target)).orElseGet(List::of);
    }
}
