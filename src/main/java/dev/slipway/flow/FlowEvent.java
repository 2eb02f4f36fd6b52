package dev.slipway.flow;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that happens in a flow and belongs in the record, where no other module records it. */
public sealed interface FlowEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /** A person submitted a value that the flow follows. */
    record ChoiceRecorded(ReleaseId release, String field, String choice, String reason) implements FlowEvent {
        @Override
        public String act() {
            return "flow.choice-recorded";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("field", field, "choice", choice);
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("reason", reason);
        }
    }

    /**
     * It was settled how users are moved to the candidate.
     *
     * @param planned what the plan names; empty where it leaves it to the policy
     * @param policy what the policy would have it
     */
    record StrategyChosen(ReleaseId release, String strategy, String planned, String policy) implements FlowEvent {
        @Override
        public String act() {
            return "flow.strategy-chosen";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("strategy", strategy, "planned", planned, "policy", policy);
        }
    }

    /**
     * An emergency ran out of time without a review, and is asked about again.
     *
     * @param open the seats that nobody has taken
     */
    record ReviewMissed(ReleaseId release, String approval, List<String> open) implements FlowEvent {
        @Override
        public String act() {
            return "flow.review-missed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("approval", approval, "open", open);
        }
    }

    /**
     * A work step came to an end.
     *
     * @param error the code of the expected no; empty where it was done
     * @param reason why; empty where it was done
     */
    record WorkEnded(ReleaseId release, String step, String activity, String visit, String error, String reason)
            implements FlowEvent {
        @Override
        public String act() {
            return "flow.work-ended";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("step", step, "activity", activity, "visit", visit, "error", error, "reason", reason);
        }
    }

    /** A work step could not be ended, and waits for an operator. */
    record WorkFailed(ReleaseId release, String step, String activity, String visit, String reason)
            implements FlowEvent {
        @Override
        public String act() {
            return "flow.work-failed";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("step", step, "activity", activity, "visit", visit, "reason", reason);
        }
    }

    /**
     * The release has to wait before it is deployed.
     *
     * @param until when that is over by itself; null where it is not
     */
    record ClearanceWithheld(
            ReleaseId release,
            EnvironmentKey environment,
            String reason,
            @Nullable Instant until) implements FlowEvent {
        @Override
        public String act() {
            return "flow.clearance-withheld";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "environment",
                    environment.value(),
                    "reason",
                    reason,
                    "until",
                    until == null ? "" : until.toString());
        }
    }

    /** The release that had to wait before it is deployed goes on. */
    record ClearanceGiven(ReleaseId release, EnvironmentKey environment, String waitedFor) implements FlowEvent {
        @Override
        public String act() {
            return "flow.clearance-given";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("environment", environment.value(), "waitedFor", waitedFor);
        }
    }

    /** An operator had a failed step tried again. */
    record StepRetried(ReleaseId release, String activity, String visit, String reason) implements FlowEvent {
        @Override
        public String act() {
            return "flow.step-retried";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("activity", activity, "visit", visit, "reason", reason);
        }
    }
}
