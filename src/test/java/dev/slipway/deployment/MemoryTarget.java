package dev.slipway.deployment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target with a hundred instances in memory. It can be told to fail, to break down, and what an earlier attempt came to. */
final class MemoryTarget implements Target {

    private final Map<EnvironmentKey, String> full = new HashMap<>();
    private final Map<EnvironmentKey, Install> partial = new HashMap<>();
    private final Map<String, Outcome> earlier = new HashMap<>();
    private final List<String> acts = new ArrayList<>();
    private Equipment equipment = Equipment.NONE;
    private @Nullable String failure;
    private @Nullable RuntimeException breakdown;
    private boolean breaksAfterTheWork;
    private long pid = 4_000_000_000L;
    private Instant pidStartedAt = Instant.now();

    void workAs(ProcessHandle process) {
        pid = process.pid();
        pidStartedAt = process.info().startInstant().orElseThrow();
    }

    void failWith(String reason) {
        failure = reason;
    }

    void breakDown(RuntimeException exception, boolean afterTheWork) {
        breakdown = exception;
        breaksAfterTheWork = afterTheWork;
    }

    void mend() {
        failure = null;
        breakdown = null;
    }

    void remember(String visit, Outcome outcome) {
        earlier.put(visit, outcome);
    }

    /** What contexts gave the newest move. */
    Equipment equipment() {
        return equipment;
    }

    List<String> acts() {
        return acts;
    }

    @Override
    public String adapter() {
        return "memory";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return List.of();
    }

    @Override
    public Duration patience(TargetDescription target) {
        return Duration.ofSeconds(3);
    }

    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return Optional.ofNullable(earlier.get(visit));
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        progress.started(pid, pidStartedAt);
        progress.log("installing with key hunter22\n");
        equipment = move.equipment();
        if (breakdown != null && !breaksAfterTheWork) {
            throw breakdown;
        }
        if (failure != null) {
            return new Outcome.Failed(failure);
        }
        acts.add("install " + move.version() + " on " + move.share());
        if (move.share() == 100) {
            full.put(move.target().environment(), move.version());
            partial.remove(move.target().environment());
        } else {
            partial.put(move.target().environment(), move);
        }
        if (breakdown != null) {
            throw breakdown;
        }
        return new Outcome.Done();
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        acts.add("remove");
        equipment = move.equipment();
        full.remove(move.target().environment());
        partial.remove(move.target().environment());
        return new Outcome.Done();
    }

    @Override
    public Report probe(TargetDescription target) {
        var all = full.get(target.environment());
        var some = partial.get(target.environment());
        if (some != null) {
            return new Report.Running(all == null ? Set.of(some.version()) : Set.of(all, some.version()), some.share());
        }
        return all == null ? new Report.Running(Set.of(), 0) : new Report.Running(Set.of(all), 100);
    }
}
