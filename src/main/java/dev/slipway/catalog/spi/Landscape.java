package dev.slipway.catalog.spi;

import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import java.util.List;

/** All products and environments that documents may refer to. */
public record Landscape(List<Product> products, List<Environment> environments) {}
