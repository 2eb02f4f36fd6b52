package dev.slipway.quality;

/** Ends the reading of a scan's report; never leaves {@link SarifReader}. */
class NotSarif extends Exception {

    final String reason;

    NotSarif(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }
}
