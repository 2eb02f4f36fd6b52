package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import java.io.IOException;

/** One kind of work that an agent knows. It is called again with the same order after a crash; then it asks what is true before it acts. */
interface Craft {

    /** An exception means that the attempt came to nothing. */
    Outcome work(JsonNode order, Progress progress, Parcel parcel) throws IOException, InterruptedException;
}
