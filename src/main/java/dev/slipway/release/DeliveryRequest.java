package dev.slipway.release;

import dev.slipway.release.Delivery.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** How users are to be moved, as it comes over HTTP; what is absent is left to policy and flow. */
record DeliveryRequest(
        @Schema(example = "canary") @Nullable String strategy,
        @Nullable List<@Nullable StageRequest> stages,
        @Schema(example = "PT1H") @Nullable String keepOld,
        @Schema(example = "25") @Nullable Integer maxUnavailable,
        @Schema(example = "new-checkout") @Nullable String flag,
        @Schema(example = "pilots") @Nullable String audience,
        @Nullable AcceptanceRequest acceptance) {

    /** What this asks for; durations that cannot be read are added to the flaws. */
    Delivery delivery(List<Flaw> flaws) {
        return delivery(Acceptance.NONE, flaws);
    }

    /** What this makes of a delivery that is judged as given, unless it says otherwise. */
    Delivery delivery(Acceptance before, List<Flaw> flaws) {
        var steps = new ArrayList<Stage>();
        var asked = stages == null ? List.<@Nullable StageRequest>of() : stages;
        for (var index = 0; index < asked.size(); index++) {
            var step = asked.get(index);
            var share = step == null || step.share() == null ? 0 : step.share();
            var soak = duration(step == null ? null : step.soak(), "delivery.stages[" + index + "].soak", flaws);
            steps.add(new Stage(share, soak == null ? Duration.ZERO : soak));
        }
        return new Delivery(
                strategy == null ? "" : strategy.strip(),
                steps,
                duration(keepOld, "delivery.keepOld", flaws),
                maxUnavailable == null ? 0 : maxUnavailable,
                flag == null ? "" : flag.strip(),
                audience == null ? "" : audience.strip(),
                acceptance == null ? before : acceptance.acceptance(flaws));
    }

    static @Nullable Duration duration(@Nullable String text, String field, List<Flaw> flaws) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return DurationStyle.detectAndParse(text.strip());
        } catch (IllegalArgumentException unreadable) {
            flaws.add(new Flaw(field, "'" + text + "' is no duration. Write it like 10m or PT10M."));
            return null;
        }
    }

    /** One step; without a soak the next follows at once. */
    record StageRequest(
            @Schema(example = "5") @Nullable Integer share,
            @Schema(example = "PT10M") @Nullable String soak) {}
}
