package dev.slipway.flow.life;

import dev.slipway.environment.EnvironmentEvent;
import dev.slipway.flow.AsSystem;
import dev.slipway.flow.library.ModelLibrary;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has drift put right by the part that is drawn for it, in the name of the release that is planned there. */
@Component
class Mendings {

    static final String PUT_RIGHT = "put-right";

    private static final Logger LOG = LoggerFactory.getLogger(Mendings.class);

    private final Instances instances;
    private final ModelLibrary library;
    private final AsSystem asSystem;

    Mendings(Instances instances, ModelLibrary library, AsSystem asSystem) {
        this.instances = instances;
        this.library = library;
        this.asSystem = asSystem;
    }

    /** That drift was seen is recorded also where the models have no such part. */
    @EventListener
    void on(EnvironmentEvent.RepairDue due) {
        if (library.processes().stream().noneMatch(process -> process.getKey().equals(PUT_RIGHT))) {
            LOG.warn("{} stays as it is: there is no model {}", due.drift().component(), PUT_RIGHT);
            return;
        }
        asSystem.run(() -> instances.startOnce(
                due.release(),
                PUT_RIGHT,
                "driftNumber",
                Long.toString(due.drift().number()),
                Map.of("driftAsks", Boolean.toString(due.asks()))));
    }
}
