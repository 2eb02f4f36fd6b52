package dev.slipway.environment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;

/** One product in one environment: what is claimed, and queued for, as a whole. */
record Place(EnvironmentKey environment, ProductKey product) {}
