package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import dev.slipway.environment.spi.Actual;
import dev.slipway.environment.spi.StateProbe;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a target what is true, with what contexts gave what is there. Nothing of what it says may tell a secret. */
@Component
class TargetProbe implements StateProbe {

    private final Neighbours neighbours;
    private final TargetAdapters adapters;
    private final MoveRecord record;
    private final Outfitter outfitter;
    private final RemoteProbes remote;

    TargetProbe(
            Neighbours neighbours,
            TargetAdapters adapters,
            MoveRecord record,
            Outfitter outfitter,
            RemoteProbes remote) {
        this.neighbours = neighbours;
        this.adapters = adapters;
        this.record = record;
        this.outfitter = outfitter;
        this.remote = remote;
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
        if (place.isRemote()) {
            return remote.ask(place)
                    .map(report -> actual(report, spot, List.of()))
                    .orElseGet(Actual.Asked::new);
        }
        var site = outfitter.site(place, record.placed(spot));
        return actual(target.probe(site.place(), site.equipment()), spot, site.secrets());
    }

    private Actual actual(Report report, Spot spot, Collection<String> secrets) {
        if (report instanceof Report.Running running) {
            return new Actual.Running(
                    running.versions().stream()
                            .map(version -> SecretMask.mask(version, secrets))
                            .collect(Collectors.toSet()),
                    running.share(),
                    otherConfiguration(running, spot));
        }
        return new Actual.Unknown(SecretMask.mask(((Report.Unknown) report).reason(), secrets));
    }

    /** The digest that the target reports for what is planned, where it was deployed with another one. */
    private String otherConfiguration(Report.Running running, Spot spot) {
        var planned = record.placed(spot).version();
        return record.configuration(spot)
                .flatMap(recorded -> running.present().stream()
                        .filter(present -> present.version().equals(planned))
                        .map(Presence::configuration)
                        .filter(reported -> !reported.isEmpty() && !reported.equals(recorded))
                        .findFirst())
                .map(reported -> reported.substring(0, Math.min(64, reported.length())))
                .orElse("");
    }
}
