package dev.slipway.deployment.spi;

import java.io.Serial;

/** An attempt ended without a result, and nothing of it works any more; the same move may well succeed later. */
public class TryAgain extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public TryAgain(String reason) {
        super(reason);
    }
}
