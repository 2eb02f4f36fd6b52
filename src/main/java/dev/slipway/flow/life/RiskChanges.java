package dev.slipway.flow.life;

import dev.slipway.release.RiskEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has releases that wait for clearance ask again when a risk register has changed. */
@Component
class RiskChanges {

    private final Clearances clearances;

    RiskChanges(Clearances clearances) {
        this.clearances = clearances;
    }

    @EventListener
    void on(RiskEvent changed) {
        clearances.changed();
    }
}
