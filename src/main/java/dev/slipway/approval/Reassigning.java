package dev.slipway.approval;

/** How giving a seat to a named person ended. */
public sealed interface Reassigning {

    record Done(Approval approval) implements Reassigning {}

    /** @param reason in words for the person who tried */
    record Refused(String reason) implements Reassigning {}
}
