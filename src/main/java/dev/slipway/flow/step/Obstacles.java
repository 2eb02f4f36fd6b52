package dev.slipway.flow.step;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Environments;
import dev.slipway.flow.FlowEvent;
import dev.slipway.flow.FlowText;
import dev.slipway.flow.life.Clearances;
import dev.slipway.flow.step.Obstacle.Obstruction;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Everything together that may keep a release from being deployed now. */
@Component
class Obstacles {

    private static final Comparator<Obstruction> LONGEST_FIRST = Comparator.<Obstruction, Instant>comparing(
                    obstruction -> obstruction.until() == null ? Instant.MAX : obstruction.until())
            .reversed();

    private final List<Obstacle> all;
    private final Environments environments;
    private final Clearances clearances;
    private final ApplicationEventPublisher events;

    Obstacles(List<Obstacle> all, Environments environments, Clearances clearances, ApplicationEventPublisher events) {
        this.all = all;
        this.environments = environments;
        this.clearances = clearances;
        this.events = events;
    }

    /**
     * What the release has to wait for now; empty where it may go. One that has to wait does not keep others waiting: it leaves the queue for the
     * environment.
     *
     * @param before what it has waited for until now; empty for nothing
     */
    Optional<Obstruction> before(ReleaseId release, EnvironmentKey environment, String before) {
        var found = found(release, environment);
        if (found.isPresent()) {
            clearances.settle();
            found = found(release, environment);
        }
        found.ifPresentOrElse(
                obstruction -> withhold(release, environment, obstruction, before),
                () -> give(release, environment, before));
        return found;
    }

    private Optional<Obstruction> found(ReleaseId release, EnvironmentKey environment) {
        var found = all.stream()
                .flatMap(obstacle -> obstacle.before(release, environment).stream())
                .sorted(LONGEST_FIRST)
                .toList();
        var reasons = found.stream().map(Obstruction::reason).collect(Collectors.joining("; "));
        return found.stream()
                .findFirst()
                .map(longest -> new Obstruction(FlowText.bounded(reasons, FlowText.LONG), longest.until()));
    }

    private void withhold(ReleaseId release, EnvironmentKey environment, Obstruction obstruction, String before) {
        if (!environments.holds(release, environment)) {
            environments.release(release, environment);
        }
        if (!obstruction.reason().equals(before)) {
            events.publishEvent(
                    new FlowEvent.ClearanceWithheld(release, environment, obstruction.reason(), obstruction.until()));
        }
    }

    private void give(ReleaseId release, EnvironmentKey environment, String before) {
        if (!before.isEmpty()) {
            events.publishEvent(new FlowEvent.ClearanceGiven(release, environment, before));
        }
    }
}
