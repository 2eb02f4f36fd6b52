package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import dev.slipway.environment.spi.Actual;
import dev.slipway.environment.spi.StateProbe;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a target what is true, with what contexts gave what is there. Nothing of what it says may tell a secret. */
@Component
class TargetProbe implements StateProbe {

    private final Neighbours neighbours;
    private final TargetAdapters adapters;
    private final MoveRecord record;
    private final Outfitter outfitter;

    TargetProbe(Neighbours neighbours, TargetAdapters adapters, MoveRecord record, Outfitter outfitter) {
        this.neighbours = neighbours;
        this.adapters = adapters;
        this.record = record;
        this.outfitter = outfitter;
    }

    @Override
    public Actual probe(EnvironmentKey environment, ComponentKey component) {
        var place = neighbours.target(environment, component);
        if (place.isEmpty()) {
            return new Actual.Unknown("the catalogue describes no target");
        }
        return adapters.of(place.get())
                .map(target -> ask(target, place.get(), new Spot(environment, component)))
                .orElseGet(() ->
                        new Actual.Unknown("there is no adapter " + place.get().adapter()));
    }

    private Actual ask(Target target, TargetDescription place, Spot spot) {
        var site = outfitter.site(place, record.placed(spot).context());
        var report = target.probe(place, site.equipment());
        if (report instanceof Report.Running running) {
            return new Actual.Running(
                    running.versions().stream()
                            .map(version -> SecretMask.mask(version, site.secrets()))
                            .collect(Collectors.toSet()),
                    running.share());
        }
        return new Actual.Unknown(SecretMask.mask(((Report.Unknown) report).reason(), site.secrets()));
    }
}
