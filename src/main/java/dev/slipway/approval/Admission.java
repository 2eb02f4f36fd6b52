package dev.slipway.approval;

/** Whether somebody may take a seat. */
sealed interface Admission {

    /** @param speaker whose voice is heard there */
    record Admitted(Matching.Speaker speaker) implements Admission {}

    /** @param reason in words for the person who tried */
    record Refused(String reason) implements Admission {}
}
