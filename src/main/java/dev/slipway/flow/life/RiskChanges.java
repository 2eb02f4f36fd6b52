package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.release.RiskEvent;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a release that waits for clearance ask again when its risk register has changed. */
@Component
class RiskChanges {

    static final String CLEARANCE_CHANGED = "clearance-changed";

    private final Instances instances;
    private final AsSystem asSystem;

    RiskChanges(Instances instances, AsSystem asSystem) {
        this.instances = instances;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(RiskEvent changed) {
        asSystem.run(() -> instances.tell(changed.release(), CLEARANCE_CHANGED, Map.of()));
    }
}
