package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the flow of a release with it, in the same transaction. Nobody else may start one. */
@Component
class Beginnings {

    private final Instances instances;
    private final AsSystem asSystem;

    Beginnings(Instances instances, AsSystem asSystem) {
        this.instances = instances;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ReleaseEvent.Opened opened) {
        asSystem.run(() -> instances.start(opened.release(), opened.flow()));
    }
}
