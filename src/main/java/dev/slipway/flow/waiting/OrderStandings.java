package dev.slipway.flow.waiting;

import dev.slipway.agent.Orders;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for the orders behind work that waits. */
@Component
class OrderStandings implements Standings {

    private final Orders orders;

    OrderStandings(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Map<String, Orders.Standing> of(Collection<String> visits) {
        return orders.standing(visits);
    }
}
