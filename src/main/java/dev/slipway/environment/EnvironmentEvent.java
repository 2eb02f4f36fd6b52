package dev.slipway.environment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface EnvironmentEvent extends Journaled {

    ReleaseId release();

    EnvironmentKey environment();

    @Override
    default String chain() {
        return release().value();
    }

    record Claimed(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.claimed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment.value());
        }
    }

    record Released(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.released";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment.value());
        }
    }

    /** It is this release's turn to ask again for an environment it waited for; asking again is up to its flow. */
    record Free(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.free";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment.value());
        }
    }
}
