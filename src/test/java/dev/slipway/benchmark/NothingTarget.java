package dev.slipway.benchmark;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves nothing anywhere, at once. */
final class NothingTarget implements Target {

    @Override
    public String adapter() {
        return "nothing";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return List.of();
    }

    @Override
    public Duration patience(TargetDescription target) {
        return Duration.ZERO;
    }

    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return Optional.empty();
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        return new Outcome.Done();
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        return new Outcome.Done();
    }

    @Override
    public Report probe(TargetDescription target) {
        return new Report.Running(Set.of(), 0);
    }
}
