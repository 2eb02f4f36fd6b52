package dev.slipway.content;

import java.time.Clock;
import java.time.Instant;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Stops work on a repository that takes too long. */
final class Deadline extends EmptyProgressMonitor {

    private final Clock clock;
    private final Instant end;

    Deadline(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    @Override
    public boolean isCancelled() {
        return clock.instant().isAfter(end);
    }
}
