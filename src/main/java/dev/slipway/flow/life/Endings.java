package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the flow of a release that was ended from outside it. */
@Component
class Endings {

    private final Instances instances;
    private final CancelRepository cancels;
    private final AsSystem asSystem;

    Endings(Instances instances, CancelRepository cancels, AsSystem asSystem) {
        this.instances = instances;
        this.cancels = cancels;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ReleaseEvent.Superseded superseded) {
        asSystem.run(() -> instances.end(superseded.release(), "superseded by " + superseded.by()));
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        cancels.delete(concluded.release());
        if (!isConcludedByItsFlow(concluded.release())) {
            asSystem.run(() -> instances.end(concluded.release(), concluded.outcome()));
        }
    }

    private static boolean isConcludedByItsFlow(ReleaseId release) {
        var context = Context.getBpmnExecutionContext();
        return context != null && release.value().equals(context.getExecution().getProcessBusinessKey());
    }
}
