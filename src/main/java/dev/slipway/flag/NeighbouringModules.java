package dev.slipway.flag;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("flagNeighbours")
class NeighbouringModules implements Neighbours {

    private final Catalog catalog;
    private final Rights rights;
    private final Acting acting;

    NeighbouringModules(Catalog catalog, Rights rights, Acting acting) {
        this.catalog = catalog;
        this.rights = rights;
        this.acting = acting;
    }

    @Override
    public Actor actor() {
        return acting.now();
    }

    @Override
    public boolean mayManageFlags(ProductKey product) {
        return rights.may(acting.now(), Act.MANAGE_FLAGS, product.value());
    }

    @Override
    public Optional<Product> product(ProductKey product) {
        return catalog.product(product);
    }
}
