package dev.slipway.flow.remote;

import java.io.IOException;
import java.io.Serial;

/** Slipway has said no, and why. */
final class Refusal extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    /** Whether asking again later can help: who asks may, but not now. */
    boolean mayPass() {
        return status == 409 || status == 429;
    }
}
