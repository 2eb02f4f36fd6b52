package dev.slipway.quality.analysis;

import dev.slipway.journal.Actor;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How a bad release is put right. */
public sealed interface RecoveryEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /** Something is wrong with the release in use. */
    record Seen(ReleaseId release, String environment, String cause, Instant since) implements RecoveryEvent {
        @Override
        public String act() {
            return "recovery.failure-seen";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment, "cause", cause, "since", since);
        }
    }

    /** A person, or the flow, began to do something about it. */
    record ActedOn(ReleaseId release, String environment, Actor by, Duration after) implements RecoveryEvent {
        @Override
        public String act() {
            return "recovery.acted-on";
        }

        @Override
        public Map<String, ?> facts() {
            var whom = by.equals(Actor.SYSTEM) ? "the flow" : by.isPerson() ? "a person" : "a service account";
            return Map.of("environment", environment, "by", whom, "after", after.toString());
        }

        @Override
        public Map<String, ?> personal() {
            return by.isPerson() ? Map.of("person", by.id()) : Map.of();
        }
    }

    /**
     * The former version is back.
     *
     * @param verdict {@code kept} or {@code missed}; empty where the plan accepts no time in particular
     */
    record Recovered(ReleaseId release, String environment, Duration after, String verdict) implements RecoveryEvent {
        @Override
        public String act() {
            return "recovery.recovered";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment, "after", after.toString(), "threshold", verdict);
        }
    }
}
