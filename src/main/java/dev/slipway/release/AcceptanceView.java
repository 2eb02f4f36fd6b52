package dev.slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what a release is to be judged in use, as it is shown over HTTP. */
record AcceptanceView(
        List<CriterionView> criteria,
        String interval,
        @Nullable String acknowledge,
        @Nullable String recovery,
        @Nullable String downtime) {

    static AcceptanceView of(Acceptance acceptance) {
        return new AcceptanceView(
                acceptance.criteria().stream().map(CriterionView::of).toList(),
                acceptance.step().toString(),
                text(acceptance.acknowledge()),
                text(acceptance.recovery()),
                text(acceptance.downtime()));
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
