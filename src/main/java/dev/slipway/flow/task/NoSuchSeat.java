package dev.slipway.flow.task;

import dev.slipway.approval.ApprovalId;

/** The model asks for more votes than the approval has seats. */
class NoSuchSeat extends RuntimeException {

    NoSuchSeat(ApprovalId approval, int number) {
        super("SLIP-2004: approval " + approval + " has no seat " + number
                + ". The loop cardinality of Activity_Decide has to be ${seatCount}, as Open approval set it.");
    }
}
