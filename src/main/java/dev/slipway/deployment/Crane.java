package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.command.ProcessIdentity;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries out a move that is on record: takes over what an earlier attempt left, moves what is left to move, writes how it ended. */
@Component
class Crane {

    private static final long PAUSE = 500;

    private final TargetAdapters adapters;
    private final MoveRecord record;
    private final WorkLog log;
    private final Clock clock;

    Crane(TargetAdapters adapters, MoveRecord record, WorkLog log, Clock clock) {
        this.adapters = adapters;
        this.record = record;
        this.log = log;
        this.clock = clock;
    }

    /** Waits for what an earlier attempt still does, on whatever machine. The answer is open only if nothing of it works any more. */
    KeptMove takeOver(KeptMove move, TargetDescription place) {
        var target = adapter(place);
        var earlier = target.resume(place, move.move().visit(), progress(move, place));
        if (earlier.isPresent()) {
            return end(move, earlier.get(), place);
        }
        return record.isElsewhere(move) || stillWorks(move) ? awaitEnd(move, place, target) : move;
    }

    /** Ends a move of another occasion that nobody came back for. */
    void abandon(KeptMove move, TargetDescription place) {
        var left = takeOver(move, place);
        if (left.isOpen()) {
            end(left, new Outcome.Failed("it was interrupted, and nobody took it up again"), place);
        }
    }

    /** Does the work, on a target where nothing of the move works now. */
    KeptMove carryOut(KeptMove move, TargetDescription place, Optional<Path> file, boolean fresh) {
        var target = adapter(place);
        if (!fresh && isTrue(target.probe(place), move.move())) {
            log(move, place, "An earlier attempt has done it already: the target reports what is wanted.\n");
            return end(move, new Outcome.Done(), place);
        }
        try {
            return end(move, act(target, move, place, file), place);
        } catch (TryAgain failure) {
            record.idle(move);
            throw new TryAgain(SecretMask.mask(String.valueOf(failure.getMessage()), SecretMask.secretsOf(place)));
        }
    }

    private Outcome act(Target target, KeptMove kept, TargetDescription place, Optional<Path> file) {
        var progress = progress(kept, place);
        var move = kept.move();
        if (kept.removes()) {
            return target.remove(new Remove(place, move.visit()), progress);
        }
        return switch (move.kind()) {
            case INSTALL, BESIDE -> target.install(install(kept, place, file.orElseThrow()), progress);
            case SHIFT ->
                target.shift(new Shift(place, move.visit(), move.version(), move.artifact(), move.share()), progress);
            case RETIRE -> target.remove(new Remove(place, move.visit(), move.version()), progress);
        };
    }

    private static Install install(KeptMove kept, TargetDescription place, Path file) {
        var move = kept.move();
        var beside = move.kind() == Move.Kind.BESIDE;
        return new Install(
                place,
                move.visit(),
                move.version(),
                file,
                move.artifact(),
                beside ? 100 : move.share(),
                kept.unavailable(),
                beside);
    }

    KeptMove end(KeptMove move, Outcome outcome, TargetDescription place) {
        var reason = outcome instanceof Outcome.Failed failed
                ? SecretMask.mask(failed.reason(), SecretMask.secretsOf(place))
                : "";
        return record.end(move, outcome, reason);
    }

    private static boolean isTrue(Report report, Move wanted) {
        if (!(report instanceof Report.Running running)) {
            return false;
        }
        if (wanted.version().isEmpty()) {
            return running.versions().isEmpty();
        }
        var version = wanted.version();
        var alone = running.versions().equals(Set.of(version));
        return switch (wanted.kind()) {
            case INSTALL ->
                running.instances(version) >= wanted.share()
                        && (wanted.share() < 100 || alone && running.traffic(version) == 100);
            case BESIDE -> running.instances(version) == 100;
            case SHIFT -> running.traffic(version) == wanted.share();
            case RETIRE -> alone;
        };
    }

    /** The adapter knows nothing of it, but the record does. */
    private KeptMove awaitEnd(KeptMove move, TargetDescription place, Target target) {
        var startedAt = move.processStartedAt() == null ? move.move().intendedAt() : move.processStartedAt();
        var over = startedAt.plus(target.patience(place));
        log(move, place, "This move was begun on " + move.host() + "; waiting for it until " + over + " at most.\n");
        var now = move;
        while (now.isOpen() && clock.instant().isBefore(over) && (record.isElsewhere(move) || stillWorks(move))) {
            pause();
            now = record.current(move);
        }
        return now;
    }

    Optional<String> apart(TargetDescription place, String version) {
        return adapters.of(place).flatMap(target -> target.apart(place, version));
    }

    private boolean stillWorks(KeptMove move) {
        return !record.isElsewhere(move)
                && move.process() != null
                && move.processStartedAt() != null
                && new ProcessIdentity(move.process(), move.processStartedAt()).lives();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private Target adapter(TargetDescription place) {
        return adapters.of(place)
                .orElseThrow(() -> new IllegalStateException("no adapter is called " + place.adapter()));
    }

    private void log(KeptMove move, TargetDescription place, String text) {
        log.append(move.move().release(), move.move().visit(), step(move), text, SecretMask.secretsOf(place));
    }

    private static String step(KeptMove move) {
        var environment = move.move().environment();
        if (move.move().direction() == Move.Direction.BACK) {
            return "restore in " + environment;
        }
        return switch (move.move().kind()) {
            case INSTALL -> "deploy to " + environment;
            case BESIDE -> "install beside in " + environment;
            case SHIFT -> "shift traffic in " + environment;
            case RETIRE -> "remove old in " + environment;
        };
    }

    private Progress progress(KeptMove move, TargetDescription place) {
        return new Progress() {
            @Override
            public void log(String text) {
                Crane.this.log(move, place, text);
            }

            @Override
            public void started(long pid, Instant startedAt) {
                record.started(move, pid, startedAt);
            }
        };
    }
}
