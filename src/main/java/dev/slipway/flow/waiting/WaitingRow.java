package dev.slipway.flow.waiting;

import dev.slipway.flow.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wait state under the id that the engine has for it: of a task, a job, a subscription or an incident. */
record WaitingRow(String id, Waiting waiting) {

    /** What has changed about a wait state; null leaves it as it is. */
    record Change(
            String id,
            @Nullable String reason,
            @Nullable String whom,
            @Nullable Instant until) {}
}
