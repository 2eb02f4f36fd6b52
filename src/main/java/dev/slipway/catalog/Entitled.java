package dev.slipway.catalog;

import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.util.Map;
import java.util.Set;

/** A product and what each group may do to it. */
record Entitled(Product product, Map<GroupId, Set<Act>> rights) {}
