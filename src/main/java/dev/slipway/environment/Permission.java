package dev.slipway.environment;

import dev.slipway.catalog.ProductKey;

/** Whether whoever is acting now may intervene at a product's targets. */
@FunctionalInterface
interface Permission {

    boolean given(ProductKey product);
}
