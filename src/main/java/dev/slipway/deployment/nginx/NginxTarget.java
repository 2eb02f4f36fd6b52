package dev.slipway.deployment.nginx;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Two slots behind a weighted upstream of nginx; see {@code docs/reference/targets.md}. */
@Component
class NginxTarget implements Target {

    private final ObjectProvider<Target> adapters;

    NginxTarget(ObjectProvider<Target> adapters) {
        this.adapters = adapters;
    }

    @Override
    public String adapter() {
        return "nginx";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        var settings = NginxSettings.of(target);
        var flaws = new ArrayList<>(settings.flaws());
        var installer = installer(settings);
        if (installer.isEmpty()) {
            flaws.add("setting 'installer' names no adapter that could fill a slot: " + settings.installer());
        } else if (flaws.isEmpty()) {
            for (var slot : settings.slots()) {
                installer.get().flaws(slot.place()).forEach(flaw -> flaws.add("slot " + slot.name() + ": " + flaw));
            }
        }
        return flaws;
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return true;
    }

    @Override
    public Optional<String> apart(TargetDescription target, String version) {
        return yard(target, Equipment.NONE).address(version);
    }

    @Override
    public Duration patience(TargetDescription target) {
        var settings = NginxSettings.of(target);
        var slot = settings.slots().get(0);
        var steps = slot.servers().size() + 2L;
        return installer(settings)
                .map(installer -> installer.patience(slot.place()))
                .orElse(Duration.ZERO)
                .plus(settings.drain())
                .multipliedBy(steps);
    }

    /** Every part of a move finds out for itself what an earlier attempt has left. */
    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return Optional.empty();
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        var yard = yard(move.target(), move.equipment());
        return move.beside() ? yard.fillBeside(move, progress) : yard.fillInPlace(move, progress);
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        return yard(move.target(), move.equipment()).shift(move, progress);
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        return yard(move.target(), move.equipment()).remove(move, progress);
    }

    @Override
    public Report probe(TargetDescription target) {
        return probe(target, Equipment.NONE);
    }

    @Override
    public Report probe(TargetDescription target, Equipment equipment) {
        var settings = NginxSettings.of(target);
        var weights = new Proxy(settings).weights();
        if (weights.isEmpty()) {
            return new Report.Unknown("the upstream was written, but nobody knows whether nginx was told");
        }
        var installer = installer(settings).orElseThrow();
        var versions = new LinkedHashMap<String, Presence>();
        for (var slot : settings.slots()) {
            if (!(installer.probe(slot.place(), equipment) instanceof Report.Running running)) {
                return new Report.Unknown("slot " + slot.name() + " does not say what is there");
            }
            for (var there : running.present()) {
                var traffic = there.traffic() * weights.get().share(slot) / 100;
                versions.merge(
                        there.version(),
                        new Presence(there.version(), there.instances(), traffic, there.configuration()),
                        (one, other) -> new Presence(
                                one.version(),
                                Math.max(one.instances(), other.instances()),
                                one.traffic() + other.traffic(),
                                one.configuration().isEmpty() ? other.configuration() : one.configuration()));
            }
        }
        return new Report.Running(List.copyOf(versions.values()));
    }

    private SlotYard yard(TargetDescription target, Equipment equipment) {
        var settings = NginxSettings.of(target);
        return new SlotYard(settings, new Proxy(settings), installer(settings).orElseThrow(), equipment);
    }

    private Optional<Target> installer(NginxSettings settings) {
        return adapters.stream()
                .filter(adapter -> adapter.adapter().equals(settings.installer()) && adapter != this)
                .findFirst();
    }
}
