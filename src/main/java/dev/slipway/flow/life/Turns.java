package dev.slipway.flow.life;

import dev.slipway.environment.EnvironmentEvent;
import dev.slipway.flow.AsSystem;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a flow that it is its turn to ask for an environment again. */
@Component
class Turns {

    static final String ENVIRONMENT_FREE = "environment-free";

    private final Instances instances;
    private final AsSystem asSystem;

    Turns(Instances instances, AsSystem asSystem) {
        this.instances = instances;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(EnvironmentEvent.Free free) {
        asSystem.run(() -> instances.tell(free.release(), ENVIRONMENT_FREE, Map.of()));
    }
}
