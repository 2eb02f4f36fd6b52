package dev.slipway.web;

import dev.slipway.release.Flaw;
import dev.slipway.release.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote about a plan that is to change.
 *
 * @param delivery null where it stays as it is
 */
record AmendForm(String objectives, String reason, @Nullable DeliveryForm delivery) {

    AmendForm {
        objectives = Objects.requireNonNullElse(objectives, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (delivery != null) {
            delivery.delivery(flaws);
        }
        return flaws;
    }

    /** By what the release is judged is not asked here, and stays. */
    Plan applyTo(Plan plan) {
        var amended = plan.withObjectives(objectives.strip());
        return delivery == null
                ? amended
                : amended.withDelivery(delivery.delivery(new ArrayList<>())
                        .with(plan.delivery().acceptance()));
    }
}
