package dev.slipway.quality;

/** Ends the reading of a report; never leaves {@link JunitReader}. */
class NotJunit extends Exception {

    final String reason;

    NotJunit(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }
}
