package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything this module tells the others. */
public sealed interface EnvironmentEvent extends Journaled {

    ReleaseId release();

    EnvironmentKey environment();

    @Override
    default String chain() {
        return release().value();
    }

    @Override
    default Map<String, ?> facts() {
        return Map.of("environment", environment().value());
    }

    record Claimed(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.claimed";
        }
    }

    record Released(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.released";
        }
    }

    /** It is this release's turn to ask again for an environment it waited for; asking again is up to its flow. */
    record Free(ReleaseId release, EnvironmentKey environment) implements EnvironmentEvent {
        @Override
        public String act() {
            return "environment.free";
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

    /** What is told of drift belongs to the release that is planned there. */
    sealed interface DriftEvent extends EnvironmentEvent {
        Drift drift();

        /** What an auditor needs to know besides which drift it is. */
        Map<String, ?> particulars();

        @Override
        default ReleaseId release() {
            return drift().release();
        }

        @Override
        default EnvironmentKey environment() {
            return drift().environment();
        }

        @Override
        default Map<String, ?> facts() {
            var facts = new TreeMap<String, Object>(particulars());
            facts.put("environment", environment().value());
            facts.put("component", drift().component().toString());
            facts.put("drift", drift().number());
            return facts;
        }
    }

    /**
     * Something else runs than is planned.
     *
     * @param first whether it was not told of before; otherwise what runs instead has changed
     */
    record Drifted(Drift drift, boolean first) implements DriftEvent {
        @Override
        public String act() {
            return "environment.drifted";
        }

        @Override
        public Map<String, ?> particulars() {
            return Map.of(
                    "planned", drift.planned(),
                    "actual", drift.actual());
        }
    }

    /** What is planned runs again, or something else is planned now. */
    record Settled(Drift drift, Drift.Ending ending) implements DriftEvent {
        @Override
        public String act() {
            return "environment.settled";
        }

        @Override
        public Map<String, ?> particulars() {
            return Map.of("ending", ending.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /**
     * Drift is to be put right.
     *
     * @param asks whether a person decides first
     */
    record RepairDue(Drift drift, boolean asks) implements DriftEvent {
        @Override
        public String act() {
            return "environment.repair-due";
        }

        @Override
        public Map<String, ?> particulars() {
            return Map.of("asks", asks);
        }
    }
}
