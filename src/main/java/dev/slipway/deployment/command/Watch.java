package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Stopped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Waits for one attempt, whoever has started it, and passes on what it says. */
final class Watch {

    private static final long PAUSE = 100;

    private final Attempt attempt;
    private final boolean here;
    private final Duration patience;
    private final OutputTail tail;
    private final Clock clock;

    Watch(Attempt attempt, String host, Duration patience, Progress progress, Clock clock) {
        this.attempt = attempt;
        this.here = attempt.host().isEmpty() || attempt.host().equals(host);
        this.patience = patience;
        this.tail = new OutputTail(attempt, progress);
        this.clock = clock;
    }

    /** Interrupting the waiting thread leaves the command alone. */
    Ending await() {
        try {
            var pause = 10L;
            var ending = ending();
            while (ending.isEmpty()) {
                Thread.sleep(pause);
                pause = Math.min(pause * 2, PAUSE);
                tail.pass();
                ending = ending();
            }
            tail.finish();
            return ending.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private Optional<Ending> ending() {
        var lives = lives();
        var exit = attempt.exit();
        var over = attempt.isOver(clock.instant(), patience);
        if (exit.isEmpty() && lives) {
            return over ? Optional.of(endNow()) : Optional.empty();
        }
        if (attempt.timedOut()) {
            return Optional.of(new Ending.TimedOut());
        }
        return Optional.of(exit.map(Watch::read).orElseGet(this::dead));
    }

    /** Whether its process works, or may still be started by its watcher. What happens on another host cannot be seen from here. */
    private boolean lives() {
        var watched = attempt.watcher().lives();
        return !here || attempt.process().map(ProcessIdentity::lives).orElse(watched);
    }

    private static Ending read(String exit) {
        return exit.equals("abandoned") ? new Ending.Abandoned() : new Ending.Exited(Integer.parseInt(exit));
    }

    private Ending dead() {
        return attempt.process().isPresent() ? new Ending.Killed() : new Ending.Abandoned();
    }

    /** Its own watchdog should have ended it before; on another host it certainly has ended by now. */
    private Ending endNow() {
        if (!here) {
            return new Ending.Killed();
        }
        attempt.noteTimedOut();
        attempt.process().ifPresent(ProcessIdentity::kill);
        return new Ending.TimedOut();
    }
}
