package dev.slipway.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares two versions of a plan. */
final class PlanDifference {

    private static final Map<String, Function<Plan, Object>> FIXED = new LinkedHashMap<>();
    private static final Map<String, Function<Plan, Object>> AMENDABLE = new LinkedHashMap<>();

    static {
        FIXED.put("product", Plan::product);
        FIXED.put("version", Plan::version);
        FIXED.put("from", Plan::from);
        FIXED.put("revision", Plan::revision);
        FIXED.put("artifacts", Plan::artifacts);
        FIXED.put("incident", Plan::incident);
        FIXED.put("downgrade", Plan::downgrade);
        FIXED.put("supersede", Plan::supersede);
        FIXED.put("emergency", Plan::emergency);
        AMENDABLE.put("objectives", Plan::objectives);
        AMENDABLE.put("scope", Plan::scope);
        AMENDABLE.put("targetDates", Plan::targetDates);
        AMENDABLE.put("stakeholders", Plan::stakeholders);
        AMENDABLE.put("delivery", Plan::delivery);
        AMENDABLE.put("sprintEnd", plan -> String.valueOf(plan.sprintEnd()));
    }

    private PlanDifference() {}

    static List<String> amended(Plan before, Plan after) {
        return different(AMENDABLE, before, after);
    }

    /** What was changed although it is fixed at the start. */
    static List<Flaw> flaws(Plan before, Plan after) {
        return different(FIXED, before, after).stream()
                .map(field -> new Flaw(
                        field,
                        "This is fixed once a release is open. Cancel it and open another to release something else."))
                .toList();
    }

    private static List<String> different(Map<String, Function<Plan, Object>> fields, Plan before, Plan after) {
        var different = new ArrayList<String>();
        fields.forEach((name, field) -> {
            if (!field.apply(before).equals(field.apply(after))) {
                different.add(name);
            }
        });
        return different;
    }
}
