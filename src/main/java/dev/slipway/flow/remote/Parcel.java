package dev.slipway.flow.remote;

import java.io.IOException;
import java.nio.file.Path;

/** The artifact that belongs to an order. */
interface Parcel {

    /** Returns a local file that has this digest; fails if it cannot be had. */
    Path unpack(String digest) throws IOException, InterruptedException;
}
