package dev.slipway.release;

import dev.slipway.journal.Journaled;
import java.util.Map;

/** What happens to a release as a change. */
public sealed interface ChangeEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /** The table {@code change-type} was asked, and the type is kept. */
    record Classified(ChangeRecord change, boolean emergencyAsked) implements ChangeEvent {
        @Override
        public ReleaseId release() {
            return change.release();
        }

        @Override
        public String act() {
            return "change.classified";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "type", change.type().word(),
                    "state", change.state().word(),
                    "candidateNumber", change.candidate(),
                    "planVersion", change.planVersion(),
                    "emergencyAsked", emergencyAsked);
        }
    }

    /** It came into another state. */
    record Moved(ReleaseId release, ChangeType type, ChangeState from, ChangeState to) implements ChangeEvent {
        @Override
        public String act() {
            return "change.moved";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("type", type.word(), "from", from.word(), "to", to.word());
        }
    }
}
