package dev.slipway.approval;

/** How casting a vote ended. */
public sealed interface Voting {

    record Counted(Approval approval) implements Voting {}

    /** @param reason in words for the person who tried */
    record Refused(String reason) implements Voting {}
}
