package dev.slipway.flow.life;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.flow.AsSystem;
import dev.slipway.quality.analysis.AlertEvent;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.quality.analysis.Watches;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the decision away from whoever is being asked about a release when an alert fires. A step that watches hears it by itself. */
@Component
class Alarms {

    private static final String ALERT_FIRED = "alert-fired";

    private final Instances instances;
    private final Watches watches;
    private final Recoveries recoveries;
    private final AsSystem asSystem;

    Alarms(Instances instances, Watches watches, Recoveries recoveries, AsSystem asSystem) {
        this.instances = instances;
        this.watches = watches;
        this.recoveries = recoveries;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(AlertEvent.Fired fired) {
        recoveries.seen(fired.release(), new EnvironmentKey(fired.environment()), fired.words());
        tell(fired.release(), fired.words());
    }

    /** A release on hold hears nothing. */
    @EventListener
    void on(ReleaseEvent.Resumed resumed) {
        AfterCommit.run(() -> watches.alarm(resumed.release()).ifPresent(words -> tell(resumed.release(), words)));
    }

    private void tell(ReleaseId release, String words) {
        asSystem.run(() -> instances.tell(release, ALERT_FIRED, Map.of("failure", words)));
    }
}
