package dev.slipway.flow.remote;

import java.io.IOException;
import java.nio.file.Path;

/** What comes with an order, and what goes back with its report. */
interface Parcel {

    /** Returns a local file that has this digest; fails if it cannot be had. */
    Path unpack(String digest) throws IOException, InterruptedException;

    /** The answer to what was asked. */
    void enclose(String answer);
}
