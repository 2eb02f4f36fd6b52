package dev.slipway.release;

import dev.slipway.release.ReleaseRequest.ScopeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to change about a plan, and why; what is absent stays as it is. */
record AmendRequest(
        @Nullable String reason,
        @Nullable String objectives,
        @Nullable List<@Nullable ScopeRequest> scope,
        @Nullable Map<String, Instant> targetDates,
        @Nullable List<@Nullable String> stakeholders,
        @Nullable Instant sprintEnd,
        @Nullable DeliveryRequest delivery) {

    /** What cannot even be read. */
    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (delivery != null) {
            delivery.delivery(flaws);
        }
        return flaws;
    }

    Plan applyTo(Plan plan) {
        var amended = plan;
        if (objectives != null) {
            amended = amended.withObjectives(objectives.strip());
        }
        if (scope != null) {
            amended = amended.withScope(ReleaseRequest.scope(scope));
        }
        if (targetDates != null) {
            amended = amended.withTargetDates(ReleaseRequest.dates(targetDates));
        }
        if (stakeholders != null) {
            amended = amended.withStakeholders(ReleaseRequest.people(stakeholders));
        }
        if (delivery != null) {
            amended = amended.withDelivery(delivery.delivery(plan.delivery().acceptance(), new ArrayList<>()));
        }
        return sprintEnd == null ? amended : amended.withSprintEnd(sprintEnd);
    }
}
