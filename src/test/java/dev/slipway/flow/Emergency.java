package dev.slipway.flow;

import dev.slipway.release.Plan;

/** A plan that answers to an incident and asks to go first. */
final class Emergency {

    private Emergency() {}

    static Plan of(Plan plan) {
        return new Plan(
                        plan.product(),
                        plan.version(),
                        plan.from(),
                        plan.revision(),
                        plan.artifacts(),
                        plan.objectives(),
                        plan.scope(),
                        plan.targetDates(),
                        plan.stakeholders(),
                        plan.sprintEnd(),
                        "INC-7: nobody can pay",
                        plan.downgrade(),
                        plan.supersede(),
                        true)
                .withDelivery(plan.delivery());
    }
}
