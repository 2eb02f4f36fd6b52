package dev.slipway.flow;

import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a release waits.
 *
 * @param activity the id of the element in the model, for marking the diagram
 * @param model the id of the process that holds it
 * @param reason in words: {@code QA sign-off}, {@code staging is held by payments-2.0.9}
 * @param whom people, group or thing that can move it: {@code qa}, {@code ada}, {@code worker}
 * @param until when it moves by itself or is due; null where it never does
 * @param task the id of the task in Tasklist; null where it is none
 */
public record Waiting(
        ReleaseId release,
        String visit,
        Kind kind,
        String model,
        String activity,
        String reason,
        String whom,
        Instant since,
        @Nullable Instant until,
        @Nullable String task) {

    /** What it waits for, most urgent first. */
    public enum Kind {
        INCIDENT,
        PERSON,
        MESSAGE,
        TIMER,
        WORK
    }
}
