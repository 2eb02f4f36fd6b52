package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.Locale;
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

    /** A component is now there in this version; a finished move left it behind. */
    record Occupied(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact)
            implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.occupied";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "environment", environment.value(),
                    "component", component.toString(),
                    "version", version,
                    "artifact", artifact.hex());
        }
    }

    /** A component is no longer there; a finished move took it away. */
    record Vacated(ReleaseId release, EnvironmentKey environment, ComponentKey component) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.vacated";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment.value(), "component", component.toString());
        }
    }

    /**
     * Something else runs than is planned.
     *
     * @param first whether it was not told of before; otherwise what runs instead has changed
     */
    record Drifted(Drift drift, boolean first) implements EnvironmentEvent {
        @Override
        public ReleaseId release() {
            return drift.release();
        }

        @Override
        public EnvironmentKey environment() {
            return drift.environment();
        }

        @Override
        public String act() {
            return "environment.drifted";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "environment", environment().value(),
                    "component", drift.component().toString(),
                    "planned", drift.planned(),
                    "actual", drift.actual(),
                    "drift", drift.number());
        }
    }

    /** What is planned runs again, or something else is planned now. */
    record Settled(Drift drift, Drift.Ending ending) implements EnvironmentEvent {
        @Override
        public ReleaseId release() {
            return drift.release();
        }

        @Override
        public EnvironmentKey environment() {
            return drift.environment();
        }

        @Override
        public String act() {
            return "environment.settled";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "environment", environment().value(),
                    "component", drift.component().toString(),
                    "drift", drift.number(),
                    "ending", ending.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /**
     * Drift is to be put right.
     *
     * @param asks whether a person decides first
     */
    record RepairDue(Drift drift, boolean asks) implements EnvironmentEvent {
        @Override
        public ReleaseId release() {
            return drift.release();
        }

        @Override
        public EnvironmentKey environment() {
            return drift.environment();
        }

        @Override
        public String act() {
            return "environment.repair-due";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "environment", environment().value(),
                    "component", drift.component().toString(),
                    "drift", drift.number(),
                    "asks", asks);
        }
    }
}
