package dev.slipway.release;

import dev.slipway.identity.PersonId;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.Releases.PlanVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One version of a plan as it is shown over HTTP, with the field names by which it is asked for. */
record PlanView(
        int number,
        Instant at,
        String by,
        String reason,
        String product,
        String version,
        String from,
        String revision,
        List<ArtifactView> artifacts,
        String objectives,
        List<ScopeItem> scope,
        Map<String, Instant> targetDates,
        List<String> stakeholders,
        @Nullable Instant sprintEnd,
        String incident,
        String downgrade,
        boolean supersede,
        boolean emergency,
        DeliveryView delivery) {

    static PlanView of(PlanVersion version) {
        var plan = version.plan();
        var dates = new TreeMap<String, Instant>();
        plan.targetDates().forEach((environment, date) -> dates.put(environment.value(), date));
        return new PlanView(
                version.number(),
                version.at(),
                version.by(),
                version.reason(),
                plan.product().value(),
                plan.version(),
                plan.from(),
                plan.revision(),
                plan.artifacts().stream().map(ArtifactView::of).toList(),
                plan.objectives(),
                plan.scope(),
                dates,
                plan.stakeholders().stream().map(PersonId::value).toList(),
                plan.sprintEnd(),
                plan.incident(),
                plan.downgrade(),
                plan.supersede(),
                plan.emergency(),
                DeliveryView.of(plan.delivery()));
    }
}
