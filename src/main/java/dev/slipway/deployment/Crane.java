package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.context.Hook;
import dev.slipway.deployment.command.ProcessIdentity;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries out a move that is on record: takes over what an earlier attempt left, moves what is left to move, writes how it ended. */
@Component
class Crane {

    private static final long PAUSE = 500;

    private final TargetAdapters adapters;
    private final MoveRecord record;
    private final Outfitter outfitter;
    private final Hooks hooks;
    private final WorkLog log;
    private final Clock clock;

    Crane(TargetAdapters adapters, MoveRecord record, Outfitter outfitter, Hooks hooks, WorkLog log, Clock clock) {
        this.adapters = adapters;
        this.record = record;
        this.outfitter = outfitter;
        this.hooks = hooks;
        this.log = log;
        this.clock = clock;
    }

    /** Waits for what an earlier attempt still does, on whatever machine. The answer is open only if nothing of it works any more. */
    KeptMove takeOver(KeptMove move, TargetDescription place) {
        var target = adapter(place);
        var site = outfitter.site(place, move);
        try (var telling = new Telling(move, site, log, record)) {
            var earlier = target.resume(place, move.move().visit(), telling);
            if (earlier.isPresent()) {
                return conclude(move, earlier.get(), site, telling);
            }
            return record.isElsewhere(move) || stillWorks(move) ? awaitEnd(move, place, target, telling) : move;
        }
    }

    /** Ends a move of another occasion that nobody came back for. */
    void abandon(KeptMove move, TargetDescription place) {
        if (adapter(place) instanceof RemoteTarget remote) {
            remote.withdraw(move.move().visit());
        }
        var left = takeOver(move, place);
        if (left.isOpen()) {
            record.end(
                    left,
                    new Outcome.Failed("it was interrupted, and nobody took it up again"),
                    "it was interrupted, and nobody took it up again");
        }
    }

    /** Does the work, on a target where nothing of the move works now. */
    KeptMove carryOut(KeptMove move, TargetDescription place, Optional<Path> file, boolean fresh) {
        var target = adapter(place);
        var site = outfitter.site(place, move);
        try (var telling = new Telling(move, site, log, record)) {
            if (!fresh && isTrue(target.probe(site.place(), site.equipment()), move.move())) {
                telling.log("An earlier attempt has done it already: the target reports what is wanted.\n");
                return conclude(move, new Outcome.Done(), site, telling);
            }
            site.notes().forEach(note -> telling.log(note + "\n"));
            var refusal = hooks.run(move, site, Hook.When.BEFORE, telling);
            return refusal.isPresent()
                    ? end(move, refusal.get(), site)
                    : conclude(move, act(target, move, site, file, telling), site, telling);
        } catch (TryAgain failure) {
            record.idle(move);
            throw new TryAgain(SecretMask.mask(String.valueOf(failure.getMessage()), site.secrets()));
        }
    }

    private static Outcome act(Target target, KeptMove kept, Site site, Optional<Path> file, Telling telling) {
        var place = site.place();
        var move = kept.move();
        if (kept.removes()) {
            return target.remove(new Remove(place, move.visit(), "", site.equipment()), telling);
        }
        return switch (move.kind()) {
            case INSTALL, BESIDE -> target.install(install(kept, site, file.orElseThrow()), telling);
            case SHIFT ->
                target.shift(
                        new Shift(place, move.visit(), move.version(), move.artifact(), move.share(), site.equipment()),
                        telling);
            case RETIRE -> target.remove(new Remove(place, move.visit(), move.version(), site.equipment()), telling);
        };
    }

    private static Install install(KeptMove kept, Site site, Path file) {
        var move = kept.move();
        var beside = move.kind() == Move.Kind.BESIDE;
        return new Install(
                site.place(),
                move.visit(),
                move.version(),
                file,
                move.artifact(),
                beside ? 100 : move.share(),
                kept.unavailable(),
                beside,
                site.equipment());
    }

    /** What is done is done only with the hooks after it. */
    private KeptMove conclude(KeptMove move, Outcome outcome, Site site, Telling telling) {
        var refusal = outcome instanceof Outcome.Done
                ? hooks.run(move, site, Hook.When.AFTER, telling)
                : Optional.<Outcome.Failed>empty();
        return end(move, refusal.isPresent() ? refusal.get() : outcome, site);
    }

    private KeptMove end(KeptMove move, Outcome outcome, Site site) {
        var reason = outcome instanceof Outcome.Failed failed ? SecretMask.mask(failed.reason(), site.secrets()) : "";
        return record.end(move, outcome, reason);
    }

    private static boolean isTrue(Report report, Move wanted) {
        return report instanceof Report.Running running
                && wanted.kind().isDone(running, wanted.version(), wanted.share());
    }

    /** The adapter knows nothing of it, but the record does. */
    private KeptMove awaitEnd(KeptMove move, TargetDescription place, Target target, Telling telling) {
        var startedAt = move.processStartedAt() == null ? move.move().intendedAt() : move.processStartedAt();
        var over = startedAt.plus(target.patience(place));
        telling.log("This move was begun on " + move.host() + "; waiting for it until " + over + " at most.\n");
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
}
