package dev.slipway.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what a release is judged once users have it, and how fast people mean to be where it goes wrong.
 *
 * @param interval how far apart measurements are; null for {@link #INTERVAL}
 * @param acknowledge how long after a failure was seen somebody, or a flow, has to act
 * @param recovery how long after a failure was seen the former version has to be back
 * @param downtime how long a component may not answer, added up
 * @param revision which revision of the product's criteria these are; 0 where the plan has its own, or none
 */
public record Acceptance(
        List<AcceptanceCriterion> criteria,
        @Nullable Duration interval,
        @Nullable Duration acknowledge,
        @Nullable Duration recovery,
        @Nullable Duration downtime,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int revision) {

    public static final Duration INTERVAL = Duration.ofSeconds(15);
    public static final Acceptance NONE = new Acceptance(List.of(), null, null, null, null);

    public Acceptance {
        criteria = List.copyOf(Objects.requireNonNullElse(criteria, List.of()));
    }

    /** What a plan says by itself. */
    public Acceptance(
            List<AcceptanceCriterion> criteria,
            @Nullable Duration interval,
            @Nullable Duration acknowledge,
            @Nullable Duration recovery,
            @Nullable Duration downtime) {
        this(criteria, interval, acknowledge, recovery, downtime, 0);
    }

    /** Whether the criteria are those that the catalogue has for the product. */
    @JsonIgnore
    public boolean isOfProduct() {
        return revision > 0;
    }

    /** The same, judged by health alone. */
    public Acceptance withoutCriteria() {
        return new Acceptance(List.of(), interval, acknowledge, recovery, downtime);
    }

    /** What this plan says, and the product where it says nothing. */
    Acceptance completedBy(Acceptance product) {
        var own = !criteria.isEmpty() && !isOfProduct();
        return new Acceptance(
                own ? criteria : product.criteria,
                own || interval != null ? interval : product.interval,
                acknowledge != null ? acknowledge : product.acknowledge,
                recovery != null ? recovery : product.recovery,
                downtime != null ? downtime : product.downtime,
                own || product.criteria.isEmpty() ? 0 : product.revision);
    }

    Acceptance asRevision(int number) {
        return new Acceptance(criteria, interval, acknowledge, recovery, downtime, number);
    }

    public Duration step() {
        return Objects.requireNonNullElse(interval, INTERVAL);
    }
}
