package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When going back is to be drilled, as it comes from a form or over HTTP.
 *
 * @param every in days, instead of a rule
 */
public record DrillPlanRequest(
        @Schema(example = "14") @Nullable Integer every,

        @Schema(example = "FREQ=MONTHLY;BYDAY=1TU") @Nullable
        String rule,

        @Schema(example = "2026-12-01T10:00") @Nullable String start,
        @Schema(example = "PT5M") @Nullable String threshold) {

    private static final int MOST_DAYS = 366;

    /** What is to be planned; where something cannot be read, flaws are added and the answer says nothing. */
    public DrillOrder order(String product, String environment, List<Flaw> flaws) {
        return new DrillOrder(
                new ProductKey(product), new EnvironmentKey(environment), start(flaws), rule(flaws), threshold(flaws));
    }

    private String rule(List<Flaw> flaws) {
        var text = text(rule);
        if ((every == null) == text.isEmpty()) {
            flaws.add(new Flaw("rule", "Say either every so many days, or a recurrence rule of RFC 5545."));
            return "";
        }
        if (every != null && (every < 1 || every > MOST_DAYS)) {
            flaws.add(new Flaw("every", "Give 1 to " + MOST_DAYS + " days."));
            return "";
        }
        return every == null ? text : DrillOrder.everyDays(every);
    }

    private @Nullable LocalDateTime start(List<Flaw> flaws) {
        try {
            return text(start).isEmpty() ? null : LocalDateTime.parse(text(start));
        } catch (DateTimeException unreadable) {
            flaws.add(new Flaw(
                    "start", "Give a day and a time such as 2026-12-01T10:00; it is meant in the product's zone."));
            return null;
        }
    }

    private Duration threshold(List<Flaw> flaws) {
        try {
            return text(threshold).isEmpty() ? Drills.COMMON_THRESHOLD : Duration.parse(text(threshold));
        } catch (DateTimeException unreadable) {
            flaws.add(new Flaw("threshold", "Say how long going back may take as PT5M for five minutes."));
            return Drills.COMMON_THRESHOLD;
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
