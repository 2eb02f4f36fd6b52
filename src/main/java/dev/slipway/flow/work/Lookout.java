package dev.slipway.flow.work;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.quality.analysis.Watches;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Listens for alerts while a step watches, and takes down when something went wrong. */
@Component
class Lookout {

    private final Watches watches;
    private final Recoveries recoveries;
    private final Deployments deployments;
    private final Clock clock;

    Lookout(Watches watches, Recoveries recoveries, Deployments deployments, Clock clock) {
        this.watches = watches;
        this.recoveries = recoveries;
        this.deployments = deployments;
        this.clock = clock;
    }

    /** The alert that ends the watch, in words; the first question begins it. */
    Optional<String> alarm(Visit visit, EnvironmentKey environment) {
        return watches.alarm(
                visit.id(), () -> watches.begin(visit.id(), visit.release(), environment, moved(visit, environment)));
    }

    private Instant moved(Visit visit, EnvironmentKey environment) {
        return deployments.of(visit.release()).stream()
                .filter(move -> move.environment().equals(environment))
                .filter(move -> move.direction() == Move.Direction.FORWARD)
                .map(Move::intendedAt)
                .findFirst()
                .orElseGet(clock::instant);
    }

    void answers(Visit visit, EnvironmentKey environment, Interview.Round round) {
        for (var component : round.components()) {
            recoveries.answers(
                    visit.release(), environment, component, !round.silent().contains(component));
        }
    }

    void failed(Visit visit, EnvironmentKey environment, String cause) {
        recoveries.seen(visit.release(), environment, cause);
    }
}
