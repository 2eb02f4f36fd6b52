package dev.slipway.drill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.DocumentKind;
import dev.slipway.catalog.spi.Landscape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Plans of drills as documents of the catalogue. A document states all that it is about: what it no longer names is drilled no more. A plan that somebody made
 * for the same place is taken over; all others are left alone.
 */
@Component
class DrillDocuments implements DocumentKind {

    private final DrillPlans plans;
    private final DrillPlanRows rows;

    DrillDocuments(DrillPlans plans, DrillPlanRows rows) {
        this.plans = plans;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "DrillSchedule";
    }

    @Override
    public String schema() {
        return "/schema/drill-schedule.schema.json";
    }

    @Override
    public List<Problem> problems(List<Described> documents, Landscape landscape) {
        var check = new DrillScheduleCheck(plans, landscape, elsewhere(keys(documents)));
        return documents.stream()
                .flatMap(document -> check.problems(document).stream())
                .toList();
    }

    /** Which places other documents describe. */
    private Map<String, String> elsewhere(Set<String> keys) {
        var elsewhere = new TreeMap<String, String>();
        rows.all().stream()
                .filter(plan -> !plan.document().isEmpty() && !keys.contains(plan.document()))
                .forEach(plan -> elsewhere.put(place(plan), plan.document()));
        return elsewhere;
    }

    @Override
    public List<String> take(List<Described> documents) {
        var wanted = new LinkedHashMap<String, Wanted>();
        documents.forEach(document -> lines(document)
                .forEach(line -> wanted.put(line.place(), new Wanted(line.order(new ArrayList<>()), document.key()))));
        var keys = keys(documents);
        var changes = new ArrayList<String>();
        rows.all().stream()
                .filter(plan -> keys.contains(plan.document()) && !wanted.containsKey(place(plan)))
                .forEach(plan -> {
                    plans.end(plan);
                    changes.add(words(plan) + "ended");
                });
        wanted.values().forEach(each -> {
            var before = rows.find(each.order().product(), each.order().environment());
            var after = plans.put(each.order(), each.document());
            if (before.isEmpty() || !before.get().equals(after)) {
                changes.add(words(after) + (before.isEmpty() ? "planned" : "planned anew"));
            }
        });
        return changes;
    }

    @Override
    public List<Map<String, Object>> written() {
        var described = rows.all().stream()
                .filter(plan -> !plan.document().isEmpty())
                .collect(groupingBy(DrillPlan::document, TreeMap::new, toList()));
        return described.entrySet().stream()
                .map(each -> fields(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<String, Object> fields(String key, List<DrillPlan> described) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", key);
        fields.put("plans", described.stream().map(DrillLine::fields).toList());
        return fields;
    }

    static List<DrillLine> lines(Described document) {
        var plans = document.fields().path("plans");
        return Stream.iterate(0, at -> at + 1)
                .limit(plans.size())
                .map(at -> new DrillLine("/plans/" + at, plans.get(at)))
                .toList();
    }

    private static Set<String> keys(List<Described> documents) {
        return documents.stream().map(Described::key).collect(toSet());
    }

    private static String place(DrillPlan plan) {
        return plan.product() + " in " + plan.environment();
    }

    private static String words(DrillPlan plan) {
        return "drills of " + place(plan) + " ";
    }

    /** What a document asks for. */
    private record Wanted(DrillOrder order, String document) {}
}
