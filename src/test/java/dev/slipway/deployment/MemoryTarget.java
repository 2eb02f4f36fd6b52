package dev.slipway.deployment;

import dev.slipway.catalog.EnvironmentKey;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target with a hundred instances in memory. It can be told to fail, to break down, and what an earlier attempt came to. */
final class MemoryTarget implements Target {

    private final Map<EnvironmentKey, Map<String, Presence>> present = new HashMap<>();
    private final Map<String, Outcome> earlier = new HashMap<>();
    private final List<String> acts = new ArrayList<>();
    private Equipment equipment = Equipment.NONE;
    private @Nullable String failure;
    private @Nullable RuntimeException breakdown;
    private boolean breaksAfterTheWork;
    private boolean holdsTwo;
    private long pid = 4_000_000_000L;
    private Instant pidStartedAt = Instant.now();

    void workAs(ProcessHandle process) {
        pid = process.pid();
        pidStartedAt = process.info().startInstant().orElseThrow();
    }

    /** Lets two versions stand beside each other. */
    void holdTwo() {
        holdsTwo = true;
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
        var there = there(move.target());
        var version = move.version();
        if (move.beside()) {
            acts.add("install " + version + " beside");
            there.put(version, new Presence(version, 100, 0));
        } else {
            acts.add("install " + version + " on " + move.share());
            there.remove(version);
            there.replaceAll((other, presence) -> new Presence(other, 100 - move.share(), 100 - move.share()));
            there.values().removeIf(presence -> presence.instances() == 0);
            there.put(version, new Presence(version, move.share(), there.isEmpty() ? 100 : move.share()));
        }
        if (breakdown != null) {
            throw breakdown;
        }
        return new Outcome.Done();
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return holdsTwo;
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        if (failure != null) {
            return new Outcome.Failed(failure);
        }
        acts.add("lead " + move.share() + " to " + move.version());
        there(move.target())
                .replaceAll((version, presence) -> new Presence(
                        version,
                        presence.instances(),
                        version.equals(move.version()) ? move.share() : 100 - move.share()));
        return new Outcome.Done();
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        equipment = move.equipment();
        acts.add("remove" + (move.keep().isEmpty() ? "" : " all but " + move.keep()));
        there(move.target()).keySet().removeIf(version -> !version.equals(move.keep()));
        return new Outcome.Done();
    }

    @Override
    public Report probe(TargetDescription target) {
        return new Report.Running(List.copyOf(there(target).values()));
    }

    private Map<String, Presence> there(TargetDescription target) {
        return present.computeIfAbsent(target.environment(), ignored -> new LinkedHashMap<>());
    }
}
