package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.command.ProcessIdentity;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
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
        if (adapter(place) instanceof RemoteTarget remote) {
            remote.withdraw(move.move().visit());
        }
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
            var progress = progress(move, place);
            var visit = move.move().visit();
            var outcome = file.isEmpty()
                    ? target.remove(new Remove(place, visit), progress)
                    : target.install(
                            new Install(
                                    place,
                                    visit,
                                    move.move().version(),
                                    file.get(),
                                    move.move().artifact(),
                                    move.move().share()),
                            progress);
            return end(move, outcome, place);
        } catch (TryAgain failure) {
            record.idle(move);
            throw new TryAgain(SecretMask.mask(String.valueOf(failure.getMessage()), SecretMask.secretsOf(place)));
        }
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
        return running.share() >= wanted.share()
                && (wanted.share() < 100
                        ? running.versions().contains(wanted.version())
                        : running.versions().equals(Set.of(wanted.version())));
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

    static String step(KeptMove move) {
        return (move.move().direction() == Move.Direction.FORWARD ? "deploy to " : "restore in ")
                + move.move().environment();
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
