package dev.slipway.deployment.spi;

import java.io.Serial;
import java.time.Duration;

/** Somebody else is at work, or is about to be: asking again with the same visit, after a pause, tells how it ended. Until then no thread has to wait. */
public class NotYet extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Duration pause;

    public NotYet(Duration pause) {
        super("somebody else is at work", null, false, false);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
