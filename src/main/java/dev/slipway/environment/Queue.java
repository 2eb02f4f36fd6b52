package dev.slipway.environment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a product's components in an environment, in order.
 *
 * @param turn the first in the queue, once the place is kept free for it; null while another holds it
 */
public record Queue(
        EnvironmentKey environment,
        ProductKey product,
        @Nullable ReleaseId turn,
        List<ReleaseId> waiting) {}
