package dev.slipway.release;

import dev.slipway.release.AcceptanceCriterion.Direction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By what a release is to be judged in use, as it comes over HTTP; what is absent is left to its default. */
record AcceptanceRequest(
        @Nullable List<@Nullable CriterionRequest> criteria,
        @Schema(example = "PT15S") @Nullable String interval,
        @Schema(example = "PT5M") @Nullable String acknowledge,
        @Schema(example = "PT15M") @Nullable String recovery,
        @Schema(example = "PT1M") @Nullable String downtime) {

    private static final String HERE = "delivery.acceptance.";

    /** What this asks for; what cannot be read is added to the flaws. */
    Acceptance acceptance(List<Flaw> flaws) {
        var asked = criteria == null ? List.<@Nullable CriterionRequest>of() : criteria;
        var read = new ArrayList<AcceptanceCriterion>();
        for (var index = 0; index < asked.size(); index++) {
            var criterion = Objects.requireNonNullElse(asked.get(index), CriterionRequest.EMPTY);
            read.add(criterion.criterion(HERE + "criteria[" + index + "].", flaws));
        }
        return new Acceptance(
                read,
                DeliveryRequest.duration(interval, HERE + "interval", flaws),
                DeliveryRequest.duration(acknowledge, HERE + "acknowledge", flaws),
                DeliveryRequest.duration(recovery, HERE + "recovery", flaws),
                DeliveryRequest.duration(downtime, HERE + "downtime", flaws));
    }

    /** One criterion. */
    record CriterionRequest(
            @Schema(example = "failed-requests") @Nullable String name,

            @Schema(example = "http_requests_total{version=\"${version}\",code=~\"5..\"}") @Nullable
            String query,

            @Schema(example = "http_requests_total{version=\"${version}\"}") @Nullable
            String total,

            @Nullable String baseline,
            @Nullable String baselineTotal,
            @Schema(example = "<=") @Nullable String comparison,
            @Schema(example = "0.01") @Nullable Double threshold,
            @Schema(example = "1") @Nullable Integer failures,
            @Schema(example = "increase") @Nullable String direction,
            @Schema(example = "0.01") @Nullable Double tolerance,
            @Schema(example = "50") @Nullable Integer samples,
            @Schema(example = "PT10M") @Nullable String during) {

        static final CriterionRequest EMPTY =
                new CriterionRequest(null, null, null, null, null, null, null, null, null, null, null, null);

        private AcceptanceCriterion criterion(String field, List<Flaw> flaws) {
            return new AcceptanceCriterion(
                    text(name),
                    text(query),
                    text(total),
                    text(baseline),
                    text(baselineTotal),
                    text(comparison),
                    threshold,
                    Objects.requireNonNullElse(failures, 0),
                    direction(field + "direction", flaws),
                    tolerance,
                    samples,
                    DeliveryRequest.duration(during, field + "during", flaws));
        }

        private Direction direction(String field, List<Flaw> flaws) {
            var word = text(direction).toUpperCase(Locale.ROOT);
            if (word.isEmpty()) {
                return Direction.INCREASE;
            }
            return Arrays.stream(Direction.values())
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .orElseGet(() -> {
                        flaws.add(
                                new Flaw(
                                        field,
                                        "'" + direction
                                                + "' is no direction. Say which change is for the worse: increase, decrease or either."));
                        return Direction.INCREASE;
                    });
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }
}
