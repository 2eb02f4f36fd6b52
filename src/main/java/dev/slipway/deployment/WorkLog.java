package dev.slipway.deployment;

import dev.slipway.release.ReleaseId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The logs of work steps: chunked, masked, bounded to a megabyte a visit. */
@Service
public class WorkLog {

    /** Adds to a visit's log, in a transaction of its own. */
    public void append(ReleaseId release, String visit, String step, String text) {
        throw new UnsupportedOperationException();
    }

    /** Returns the log of a visit from the given chunk on. */
    public List<Chunk> read(String visit, int from) {
        throw new UnsupportedOperationException();
    }

    /** The visits of a release that have a log, oldest first. */
    public List<Visit> visits(ReleaseId release) {
        throw new UnsupportedOperationException();
    }

    /** Some lines, as they came. */
    public record Chunk(int number, String text) {}

    /** One run of one step. */
    public record Visit(String visit, String step, java.time.Instant startedAt) {}
}
