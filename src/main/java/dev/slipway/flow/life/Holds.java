package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.flow.work.Bell;
import dev.slipway.release.ReleaseEvent;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stops the flow of a release that is on hold. Messages that came meanwhile are heard when it goes on. */
@Component
class Holds {

    private final Instances instances;
    private final Cancellations cancellations;
    private final AsSystem asSystem;
    private final Bell bell;

    Holds(Instances instances, Cancellations cancellations, AsSystem asSystem, Bell bell) {
        this.instances = instances;
        this.cancellations = cancellations;
        this.asSystem = asSystem;
        this.bell = bell;
    }

    @EventListener
    void on(ReleaseEvent.Held held) {
        asSystem.run(() -> instances.suspend(held.release()));
    }

    /** Whoever waits for an environment or for clearance simply asks again: it may have come without being heard. */
    @EventListener
    void on(ReleaseEvent.Resumed resumed) {
        asSystem.run(() -> {
            instances.activate(resumed.release());
            instances.tell(resumed.release(), Turns.ENVIRONMENT_FREE, Map.of());
            instances.tell(resumed.release(), Clearances.CLEARANCE_CHANGED, Map.of());
            cancellations.deliver(resumed.release());
        });
        AfterCommit.run(bell::ring);
    }
}
