package dev.slipway.quality;

import java.math.BigDecimal;

/** One test case while it is read. */
class JunitCase {

    private final int depth;
    private final BigDecimal seconds;
    private boolean failed;
    private boolean inError;
    private boolean skipped;

    JunitCase(int depth, BigDecimal seconds) {
        this.depth = depth;
        this.seconds = seconds;
    }

    void contains(String element) {
        switch (element) {
            case "failure" -> failed = true;
            case "error" -> inError = true;
            case "skipped" -> skipped = true;
            default -> {}
        }
    }

    int depth() {
        return depth;
    }

    BigDecimal seconds() {
        return seconds;
    }

    boolean failed() {
        return failed;
    }

    boolean inError() {
        return inError;
    }

    /** A case that failed as well counts as failed. */
    boolean skipped() {
        return skipped && !failed && !inError;
    }
}
