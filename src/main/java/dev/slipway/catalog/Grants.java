package dev.slipway.catalog;

import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.util.Map;
import java.util.Set;

/** Makes rights that a product document states the product's only ones. */
@FunctionalInterface
interface Grants {

    void replace(String product, Map<GroupId, Set<Act>> rights);
}
