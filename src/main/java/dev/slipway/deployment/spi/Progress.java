package dev.slipway.deployment.spi;

import java.time.Instant;

/** Where an adapter reports to while it works. */
public interface Progress {

    /** Adds to the log that people see; masked and bounded on the way. */
    void log(String text);

    /** Notes the operating-system process that does the work, before it does any. */
    void started(long pid, Instant startedAt);
}
