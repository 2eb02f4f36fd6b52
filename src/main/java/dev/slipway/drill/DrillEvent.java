package dev.slipway.drill;

import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Everything this module tells the others. */
public sealed interface DrillEvent extends Journaled {

    /** The chain of all plans, and of drills that no release carries. */
    String CHAIN = "drills";

    @Override
    default String chain() {
        return CHAIN;
    }

    record Planned(DrillPlan plan) implements DrillEvent {
        @Override
        public String act() {
            return "drill.planned";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "product", plan.product().value(),
                    "environment", plan.environment().value(),
                    "document", plan.document(),
                    "start", plan.series().start().toString(),
                    "zone", plan.series().zone().getId(),
                    "rule", plan.series().rule(),
                    "threshold", plan.threshold().toString());
        }
    }

    /** Nothing is drilled there any more, unless somebody asks. */
    record Unplanned(DrillPlan plan) implements DrillEvent {
        @Override
        public String act() {
            return "drill.unplanned";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "product",
                    plan.product().value(),
                    "environment",
                    plan.environment().value());
        }
    }

    /** A drill has begun; in the chain of the release that carries it. */
    record Begun(Drill drill) implements DrillEvent {
        @Override
        public String chain() {
            return DrillEvent.release(drill).value();
        }

        @Override
        public String act() {
            return "drill.begun";
        }

        @Override
        public Map<String, ?> facts() {
            return DrillEvent.facts(drill);
        }
    }

    /** A drill that was due could not be held. */
    record NotHeld(Drill drill) implements DrillEvent {
        @Override
        public String act() {
            return "drill.not-held";
        }

        @Override
        public Map<String, ?> facts() {
            return DrillEvent.facts(drill);
        }
    }

    /** A drill was judged, or called off; in the chain of the release that carried it. */
    record Ended(Drill drill) implements DrillEvent {
        @Override
        public String chain() {
            return DrillEvent.release(drill).value();
        }

        @Override
        public String act() {
            return "drill.ended";
        }

        @Override
        public Map<String, ?> facts() {
            return DrillEvent.facts(drill);
        }
    }

    private static ReleaseId release(Drill drill) {
        return Objects.requireNonNull(drill.release());
    }

    private static Map<String, ?> facts(Drill drill) {
        var facts = new HashMap<String, Object>();
        facts.put("drill", drill.number());
        facts.put("product", drill.product().value());
        facts.put("environment", drill.environment().value());
        facts.put("version", drill.version());
        facts.put("scheduled", drill.scheduled());
        facts.put("threshold", drill.threshold().toString());
        facts.put("outcome", drill.outcome().name());
        facts.put("reason", drill.reason());
        facts.put("evidence", drill.evidence());
        var took = drill.took();
        if (took != null) {
            facts.put("took", took.toString());
        }
        return facts;
    }
}
