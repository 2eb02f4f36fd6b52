package dev.slipway.release;

/** Where a release stands. */
public enum State {
    /** Under way. */
    PENDING(false),
    /** In production, and it stays there. */
    RELEASED(true),
    /** Was deployed, and has been taken back. */
    ROLLED_BACK(true),
    /** Those who were asked said no, and nobody reworked it. */
    REJECTED(true),
    /** Called off by a person. */
    CANCELLED(true),
    /** A newer release of the same product took over. */
    SUPERSEDED(true),
    /** Could not be carried out, and what it changed is not known to be undone. */
    FAILED(true);

    private final boolean ended;

    State(boolean ended) {
        this.ended = ended;
    }

    /** Whether nothing more will happen. */
    public boolean ended() {
        return ended;
    }
}
