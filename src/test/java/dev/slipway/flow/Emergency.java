package dev.slipway.flow;

import dev.slipway.release.Plan;

/** A plan that answers to an incident and asks to go first. */
final class Emergency {

    private Emergency() {}

    static Plan of(Plan plan) {
        return plan.but().incident("INC-7: nobody can pay").emergency(true).build();
    }
}
