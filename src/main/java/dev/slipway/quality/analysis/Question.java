package dev.slipway.quality.analysis;

/**
 * One thing that Prometheus was asked, and what it said.
 *
 * @param side which figure of which version it is about
 * @param query as it was sent, with everything filled in
 */
record Question(Side side, String query, Answer answer) {

    /** What is counted or measured of whom. */
    enum Side {
        OWN,
        OWN_TOTAL,
        FORMER,
        FORMER_TOTAL
    }
}
