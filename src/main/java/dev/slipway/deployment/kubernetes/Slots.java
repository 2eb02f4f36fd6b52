package dev.slipway.deployment.kubernetes;

import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Stopped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The two slots of one target, each a Deployment, and the moves between them. Everything says what is to be, so that it can be said again. */
final class Slots {

    private static final Outcome DONE = new Outcome.Done();

    private final KubernetesSettings settings;
    private final Cluster cluster;
    private final Progress progress;
    private final Clock clock;

    Slots(KubernetesSettings settings, Cluster cluster, Progress progress, Clock clock) {
        this.settings = settings;
        this.cluster = cluster;
        this.progress = progress;
        this.clock = clock;
    }

    Outcome installBeside(Install move) {
        cluster.check();
        var idle = KubernetesSettings.SLOTS.stream()
                .filter(slot -> traffic(slot) == 0)
                .findFirst();
        if (idle.isEmpty()) {
            return new Outcome.Failed(
                    "both slots serve users: there is no room beside them. Remove one version first.");
        }
        var slot = idle.get();
        if (!rollout(other(slot)).isEmpty()) {
            cluster.lead(other(slot), 100);
        }
        return fill(slot, move, settings.replicas());
    }

    /** First as many more of the new as may be, then as many less of the old, until the share is reached. */
    Outcome installInPlace(Install move) {
        cluster.check();
        var all = settings.replicas();
        var slot = holding(move.version()).orElseGet(this::emptiest);
        var wanted = (all * move.share() + 99) / 100;
        var batch = Math.max(1, all * move.unavailable() / 100);
        var there = rollout(slot);
        var has = there.version().equals(move.version()) ? Math.min(there.ready(), there.wanted()) : 0;
        while (has < wanted) {
            has = Math.min(has + batch, wanted);
            var filled = fill(slot, move, has);
            if (filled instanceof Outcome.Failed) {
                return filled;
            }
            lead(slot, has * 100 / all);
            shrink(other(slot), all - has);
        }
        if (move.share() < 100) {
            return DONE;
        }
        lead(slot, 100);
        cluster.empty(other(slot));
        return fill(slot, move, all);
    }

    Outcome shift(Shift move) {
        var slot = holding(move.version());
        if (slot.isEmpty()) {
            return new Outcome.Failed(move.version() + " is in neither slot: nobody can be led to it");
        }
        var share = rollout(other(slot.get())).isEmpty() ? 100 : move.share();
        progress.log(share + " % of the requests go to " + settings.name(slot.get()) + "\n");
        cluster.lead(slot.get(), share);
        return DONE;
    }

    Outcome remove(Remove move) {
        if (move.keep().isEmpty()) {
            KubernetesSettings.SLOTS.forEach(cluster::empty);
            return DONE;
        }
        var kept = holding(move.keep());
        if (kept.isEmpty()) {
            return new Outcome.Failed(move.keep() + " is in neither slot: what stands there is left alone");
        }
        var old = other(kept.get());
        var traffic = traffic(old);
        if (settings.route().isPresent() && traffic > 0) {
            return new Outcome.Failed(settings.name(old) + " still serves " + traffic + " % of the requests");
        }
        cluster.empty(old);
        return DONE;
    }

    Report report() {
        var rollouts = new LinkedHashMap<String, Rollout>();
        KubernetesSettings.SLOTS.forEach(slot -> rollouts.put(slot, rollout(slot)));
        if (!rollouts.values().stream().allMatch(Rollout::noticed)) {
            return new Report.Unknown("the cluster has not looked at its last change yet");
        }
        var ready = rollouts.values().stream().mapToInt(Rollout::ready).sum();
        var present = new ArrayList<Presence>();
        rollouts.forEach((slot, there) -> {
            if (there.ready() > 0) {
                var traffic = cluster.weight(slot).orElse(there.ready() * 100 / ready);
                present.add(new Presence(
                        there.version(), Math.min(100, there.ready() * 100 / settings.replicas()), traffic));
            }
        });
        return new Report.Running(present);
    }

    /** The slot that a version is in; where it is in both, the one that serves fewer users. */
    Optional<String> holding(String version) {
        return KubernetesSettings.SLOTS.stream()
                .filter(slot -> rollout(slot).version().equals(version))
                .min(Comparator.comparingInt(this::traffic));
    }

    private String emptiest() {
        return KubernetesSettings.SLOTS.stream()
                .min(Comparator.comparingInt((String slot) -> rollout(slot).isEmpty() ? 0 : 1)
                        .thenComparingInt(this::traffic))
                .orElseThrow();
    }

    private void lead(String slot, int share) {
        if (settings.route().isPresent()) {
            cluster.lead(slot, share);
        }
    }

    private void shrink(String slot, int replicas) {
        if (rollout(slot).wanted() > replicas && replicas > 0) {
            cluster.scale(slot, replicas);
            awaitNotice(slot);
        }
    }

    /** Until the cluster has looked at what it was told, it does not say what is there. What falls ill while it is shrunk is none of this move's. */
    private void awaitNotice(String slot) {
        var end = clock.instant().plus(settings.timeout());
        while (!rollout(slot).noticed() && clock.instant().isBefore(end)) {
            pause();
        }
    }

    private int traffic(String slot) {
        return rollout(slot).isEmpty()
                ? 0
                : cluster.weight(slot).orElse(rollout(slot).wanted());
    }

    /** Waits until the cluster has done it, or says that it cannot. */
    private Outcome fill(String slot, Install move, int replicas) {
        progress.log(settings.name(slot) + " is to be " + replicas + " of " + move.version() + "\n");
        cluster.fill(slot, move.version(), move.digest().hex(), replicas);
        var end = clock.instant().plus(settings.timeout());
        while (true) {
            var there = rollout(slot);
            if (there.complete() && there.wanted() == replicas) {
                return DONE;
            }
            if (!there.fault().isEmpty()) {
                return new Outcome.Failed(settings.name(slot) + " does not come up: " + there.fault());
            }
            if (!clock.instant().isBefore(end)) {
                return new Outcome.Failed(settings.name(slot) + " has " + there.ready() + " of " + replicas
                        + " replicas ready after " + settings.timeout().toSeconds() + " s");
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.pause().toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private Rollout rollout(String slot) {
        return Rollout.of(cluster.deployment(slot));
    }

    private static String other(String slot) {
        return KubernetesSettings.SLOTS.get(1 - KubernetesSettings.SLOTS.indexOf(slot));
    }
}
