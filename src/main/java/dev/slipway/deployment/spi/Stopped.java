package dev.slipway.deployment.spi;

import java.io.Serial;

/** Nobody waits for the work any more, although it may go on: whoever calls next with the same visit takes over. */
public class Stopped extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public Stopped(InterruptedException interruption) {
        super("interrupted while a target was working; its work goes on", interruption);
    }
}
