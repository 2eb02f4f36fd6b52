package dev.slipway.deployment.kubernetes;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Two Deployments in a Kubernetes cluster, and a Gateway API route that leads to them; see {@code docs/reference/targets.md}. */
@Component
class KubernetesTarget implements Target {

    private static final int BUSY = 429;
    private static final int ILL = 500;
    private static final Progress SILENT = new Progress() {
        @Override
        public void log(String text) {}

        @Override
        public void started(long pid, Instant startedAt) {}
    };

    private final Clock clock;

    KubernetesTarget(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String adapter() {
        return "kubernetes";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return KubernetesSettings.of(target).flaws();
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return KubernetesSettings.of(target).route().isPresent();
    }

    @Override
    public Optional<String> apart(TargetDescription target, String version) {
        var settings = KubernetesSettings.of(target);
        return settings.apart("").isEmpty()
                ? Optional.empty()
                : in(target, SILENT, slots -> slots.holding(version)).flatMap(settings::apart);
    }

    /** Every batch may take its time. */
    @Override
    public Duration patience(TargetDescription target) {
        var settings = KubernetesSettings.of(target);
        return settings.timeout().multipliedBy(settings.replicas() + 1L);
    }

    /** The cluster goes on by itself; saying again what is to be changes nothing. */
    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return Optional.empty();
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        return act(
                move.target(),
                progress,
                slots -> move.beside() ? slots.installBeside(move) : slots.installInPlace(move));
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        return act(move.target(), progress, slots -> slots.shift(move));
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        return act(move.target(), progress, slots -> slots.remove(move));
    }

    @Override
    public Report probe(TargetDescription target) {
        try {
            return in(target, SILENT, Slots::report);
        } catch (KubernetesClientException | IllegalStateException silence) {
            return new Report.Unknown("the cluster does not say what is there: " + silence.getMessage());
        }
    }

    /** What the cluster refuses is a no; that it is busy or silent is a reason to try again. */
    private Outcome act(TargetDescription target, Progress progress, Function<Slots, Outcome> act) {
        try {
            return in(target, progress, act);
        } catch (KubernetesClientException failure) {
            var code = failure.getCode();
            if (code == 0 || code == BUSY || code >= ILL || failure.getCause() instanceof IOException) {
                throw new TryAgain("the cluster could not be asked: " + failure.getMessage());
            }
            return new Outcome.Failed("the cluster says no: " + failure.getMessage());
        } catch (IllegalStateException wrong) {
            return new Outcome.Failed(String.valueOf(wrong.getMessage()));
        }
    }

    private <T> T in(TargetDescription target, Progress progress, Function<Slots, T> act) {
        var settings = KubernetesSettings.of(target);
        try (var cluster = new Cluster(settings)) {
            return act.apply(new Slots(settings, cluster, progress, clock));
        }
    }
}
