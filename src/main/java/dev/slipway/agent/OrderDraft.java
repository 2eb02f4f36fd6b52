package dev.slipway.agent;

import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;

/** An order as it is placed, see {@link Order}. */
public record OrderDraft(
        String visit,
        String work,
        String topic,
        ReleaseId release,
        ProductKey product,
        Selector selector,
        String details) {}
