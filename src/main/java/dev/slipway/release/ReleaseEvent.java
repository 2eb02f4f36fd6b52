package dev.slipway.release;

import dev.slipway.journal.Journaled;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface ReleaseEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    record Opened(ReleaseId release, String flow, Map<String, ?> facts) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.opened";
        }
    }

    record Amended(ReleaseId release, int planVersion, String reason, Map<String, ?> facts) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.amended";
        }
    }

    record CandidateMade(ReleaseId release, int number, Map<String, ?> facts) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.candidate-made";
        }
    }

    record Held(ReleaseId release, String reason) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.held";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("reason", reason);
        }
    }

    record Resumed(ReleaseId release) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.resumed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of();
        }
    }

    record CancelRequested(ReleaseId release, String reason) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.cancel-requested";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("reason", reason);
        }
    }

    /** What it has changed is to be taken back. */
    record RollBackRequested(ReleaseId release, String reason) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.roll-back-requested";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("reason", reason);
        }
    }

    /** What it brought is taken back by another release, after its end. */
    record TakenBack(ReleaseId release, ReleaseId by, String reason) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.taken-back";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("by", by.value(), "reason", reason);
        }
    }

    /** A newer release takes over from this one, which only waits. */
    record Superseded(ReleaseId release, ReleaseId by) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.superseded";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("by", by.value());
        }
    }

    record Concluded(ReleaseId release, State state, String outcome) implements ReleaseEvent {
        @Override
        public String act() {
            return "release.concluded";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("state", state.name(), "outcome", outcome);
        }
    }
}
