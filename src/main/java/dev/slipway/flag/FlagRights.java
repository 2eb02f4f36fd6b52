package dev.slipway.flag;

import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.Flaw;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lets those through who may change the flags of a product that there is. */
@Component
class FlagRights {

    private final Neighbours neighbours;

    FlagRights(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Actor actor() {
        return neighbours.actor();
    }

    Flagging changing(ProductKey key, Function<Product, Flagging> change) {
        var product = neighbours.product(key);
        if (product.isEmpty()) {
            return new Flagging.Refused("product", "There is no product " + key + ". GET /api/catalog lists them.");
        }
        if (!neighbours.mayManageFlags(key)) {
            return new Flagging.Refused(
                    Flaw.ACTOR, actor().id() + " may not change flags of " + key + ". That takes manage-flags.");
        }
        return change.apply(product.get());
    }
}
