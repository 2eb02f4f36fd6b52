package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a release is meant to do. Amended after the start it becomes the next version of itself.
 *
 * @param version as people name it: {@code 2.1.0}
 * @param from where the contents begin; empty for the newest tag before
 * @param revision where they end: tag, branch or commit
 * @param objectives why it is done
 * @param scope what is meant to go in; in an agile flow the sprint's backlog
 * @param targetDates until when it should be where
 * @param stakeholders who sign the plan off or are told
 * @param sprintEnd when the sprint ends; null where there is none
 * @param incident the incident a rework answers to; empty for planned work
 * @param downgrade the reason for putting an older version over a newer one; empty where that is not meant
 * @param supersede whether it takes over from older releases of the product that only wait
 * @param emergency whether it is to go to production first and be reviewed after; the table {@code change-type} has the last word
 * @param delivery how users are to be moved to it in production
 */
public record Plan(
        ProductKey product,
        String version,
        String from,
        String revision,
        List<Artifact> artifacts,
        String objectives,
        List<ScopeItem> scope,
        Map<EnvironmentKey, Instant> targetDates,
        List<PersonId> stakeholders,
        @Nullable Instant sprintEnd,
        String incident,
        String downgrade,
        boolean supersede,
        boolean emergency,
        Delivery delivery) {

    /** Plans that were stored before there was a choice leave it to the policy. */
    public Plan {
        delivery = Objects.requireNonNullElse(delivery, Delivery.BY_POLICY);
    }

    /** Begins a plan that says nothing more yet. */
    public static PlanBuilder of(ProductKey product, String version) {
        return new PlanBuilder(product, version);
    }

    /** Begins another plan that is as this one where nothing else is said. */
    public PlanBuilder but() {
        return new PlanBuilder(this);
    }

    /** Whether it was planned, or answers to an incident. */
    public boolean planned() {
        return incident.isEmpty();
    }

    public Plan withObjectives(String changed) {
        return but().objectives(changed).build();
    }

    public Plan withScope(List<ScopeItem> changed) {
        return but().scope(changed).build();
    }

    public Plan withTargetDates(Map<EnvironmentKey, Instant> changed) {
        return but().targetDates(changed).build();
    }

    public Plan withStakeholders(List<PersonId> changed) {
        return but().stakeholders(changed).build();
    }

    public Plan withSprintEnd(@Nullable Instant changed) {
        return but().sprintEnd(changed).build();
    }

    public Plan withDelivery(Delivery changed) {
        return but().delivery(changed).build();
    }

    /** One thing that is meant to go in. */
    public record ScopeItem(String key, String title, boolean done) {}
}
