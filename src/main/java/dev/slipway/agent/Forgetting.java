package dev.slipway.agent;

import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the orders of a release that has ended. */
@Component("agentForgetting")
class Forgetting {

    private final Orders orders;

    Forgetting(Orders orders) {
        this.orders = orders;
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        orders.forget(concluded.release());
    }
}
