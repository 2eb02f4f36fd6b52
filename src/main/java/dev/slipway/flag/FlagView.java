package dev.slipway.flag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flag as it is shown over HTTP. */
record FlagView(
        String key,
        String product,
        String name,
        String description,
        @Nullable LocalDate endsOn,
        boolean overdue,
        String madeBy,
        Instant madeAt,
        List<ExposureView> environments) {

    static FlagView of(Flag flag) {
        return new FlagView(
                flag.key().toString(),
                flag.key().product().value(),
                flag.key().name(),
                flag.description(),
                flag.endsOn(),
                flag.overdueSince() != null,
                flag.madeBy().toString(),
                flag.madeAt(),
                flag.exposures().stream().map(ExposureView::of).toList());
    }

    /** Who sees it in one environment. */
    record ExposureView(
            String environment,
            boolean on,
            int share,
            String audience,
            String seenBy,
            String changedBy,
            Instant since) {

        static ExposureView of(Exposure exposure) {
            return new ExposureView(
                    exposure.environment().value(),
                    exposure.on(),
                    exposure.share(),
                    exposure.audience(),
                    exposure.words(),
                    exposure.by().toString(),
                    exposure.since());
        }
    }
}
