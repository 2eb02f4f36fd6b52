package dev.slipway.context;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A command that is run before or after a step.
 *
 * @param directory where it is run; empty for Slipway's working folder
 */
public record Hook(String name, When when, Set<Step> steps, List<String> command, String directory, Duration timeout) {

    /** Before the step or after it. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** What it is run around. */
    public enum Step {
        /** A move to a release's candidate. */
        DEPLOY,
        /** A move back to what was there before. */
        RESTORE
    }
}
