package dev.slipway.flag;

import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    Actor actor();

    /** Whether whoever is acting may change the product's flags. */
    boolean mayManageFlags(ProductKey product);

    Optional<Product> product(ProductKey product);
}
