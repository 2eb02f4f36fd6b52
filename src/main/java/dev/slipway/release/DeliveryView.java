package dev.slipway.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How users are to be moved as it is shown over HTTP, with durations as ISO 8601 has them. */
record DeliveryView(
        String strategy,
        List<StageView> stages,
        @Nullable String keepOld,
        int maxUnavailable,
        String flag,
        String audience,
        AcceptanceView acceptance) {

    static DeliveryView of(Delivery delivery) {
        var keepOld = delivery.keepOld();
        return new DeliveryView(
                delivery.strategy(),
                delivery.stages().stream()
                        .map(stage -> new StageView(stage.share(), stage.soak().toString()))
                        .toList(),
                keepOld == null ? null : keepOld.toString(),
                delivery.maxUnavailable(),
                delivery.flag(),
                delivery.audience(),
                AcceptanceView.of(delivery.acceptance()));
    }

    /** One step. */
    record StageView(int share, String soak) {}
}
