package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Plan.ScopeItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a plan what is to be different from another one, or from one that says nothing. */
public final class PlanBuilder {

    private final ProductKey product;
    private final String version;
    private String from = "";
    private String revision = "";
    private List<Artifact> artifacts = List.of();
    private String objectives = "";
    private List<ScopeItem> scope = List.of();
    private Map<EnvironmentKey, Instant> targetDates = Map.of();
    private List<PersonId> stakeholders = List.of();
    private @Nullable Instant sprintEnd;
    private String incident = "";
    private String downgrade = "";
    private boolean supersede;
    private boolean emergency;
    private Delivery delivery = Delivery.BY_POLICY;

    PlanBuilder(ProductKey product, String version) {
        this.product = product;
        this.version = version;
    }

    PlanBuilder(Plan plan) {
        this(plan.product(), plan.version());
        from = plan.from();
        revision = plan.revision();
        artifacts = plan.artifacts();
        objectives = plan.objectives();
        scope = plan.scope();
        targetDates = plan.targetDates();
        stakeholders = plan.stakeholders();
        sprintEnd = plan.sprintEnd();
        incident = plan.incident();
        downgrade = plan.downgrade();
        supersede = plan.supersede();
        emergency = plan.emergency();
        delivery = plan.delivery();
    }

    public PlanBuilder contents(String begin, String end) {
        from = begin;
        revision = end;
        return this;
    }

    public PlanBuilder artifacts(List<Artifact> built) {
        artifacts = built;
        return this;
    }

    public PlanBuilder objectives(String why) {
        objectives = why;
        return this;
    }

    public PlanBuilder scope(List<ScopeItem> what) {
        scope = what;
        return this;
    }

    public PlanBuilder targetDates(Map<EnvironmentKey, Instant> dates) {
        targetDates = dates;
        return this;
    }

    public PlanBuilder stakeholders(List<PersonId> who) {
        stakeholders = who;
        return this;
    }

    public PlanBuilder sprintEnd(@Nullable Instant end) {
        sprintEnd = end;
        return this;
    }

    public PlanBuilder incident(String answered) {
        incident = answered;
        return this;
    }

    public PlanBuilder downgrade(String reason) {
        downgrade = reason;
        return this;
    }

    public PlanBuilder supersede(boolean takesOver) {
        supersede = takesOver;
        return this;
    }

    public PlanBuilder emergency(boolean asked) {
        emergency = asked;
        return this;
    }

    public PlanBuilder delivery(Delivery how) {
        delivery = how;
        return this;
    }

    public Plan build() {
        return new Plan(
                product,
                version,
                from,
                revision,
                artifacts,
                objectives,
                scope,
                targetDates,
                stakeholders,
                sprintEnd,
                incident,
                downgrade,
                supersede,
                emergency,
                delivery);
    }
}
