package dev.slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what a release is to be judged in use, as it is shown over HTTP.
 *
 * @param source {@code plan} or {@code product}: who says what the criteria are
 * @param revision which revision of the product's criteria these are; 0 where they are not the product's
 */
record AcceptanceView(
        List<CriterionView> criteria,
        String interval,
        @Nullable String acknowledge,
        @Nullable String recovery,
        @Nullable String downtime,
        String source,
        int revision) {

    static AcceptanceView of(Acceptance acceptance) {
        return new AcceptanceView(
                acceptance.criteria().stream().map(CriterionView::of).toList(),
                acceptance.step().toString(),
                text(acceptance.acknowledge()),
                text(acceptance.recovery()),
                text(acceptance.downtime()),
                acceptance.isOfProduct() ? "product" : "plan",
                acceptance.revision());
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }

    /** One criterion, with the defaults that hold for it. */
    record CriterionView(
            String name,
            String query,
            String total,
            String baseline,
            String baselineTotal,
            String comparison,
            @Nullable Double threshold,
            int failures,
            String direction,
            double tolerance,
            int samples,
            @Nullable String during) {

        static CriterionView of(AcceptanceCriterion criterion) {
            return new CriterionView(
                    criterion.name(),
                    criterion.query(),
                    criterion.total(),
                    criterion.baseline(),
                    criterion.baselineTotal(),
                    criterion.comparison(),
                    criterion.threshold(),
                    criterion.failures(),
                    criterion.direction().name().toLowerCase(Locale.ROOT),
                    criterion.compares() ? criterion.tolerated() : 0,
                    criterion.fewestSamples(),
                    text(criterion.during()));
        }
    }
}
