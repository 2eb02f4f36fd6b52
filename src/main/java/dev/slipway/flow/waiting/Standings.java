package dev.slipway.flow.waiting;

import dev.slipway.agent.Orders;
import java.util.Collection;
import java.util.Map;

/** How the work of these visits stands with agents; those that wait for no agent are not in the answer. */
@FunctionalInterface
interface Standings {

    Map<String, Orders.Standing> of(Collection<String> visits);
}
