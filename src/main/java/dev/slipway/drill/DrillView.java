package dev.slipway.drill;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A drill as it is shown over HTTP; durations in ISO 8601. */
record DrillView(
        long number,
        String product,
        String environment,
        @Nullable String release,
        String version,
        String by,
        boolean scheduled,
        Duration threshold,
        @Nullable Duration took,
        Instant askedAt,
        @Nullable Instant goingBackAt,
        @Nullable Instant backAt,
        @Nullable Instant endedAt,
        String outcome,
        String reason,
        Evidence evidence) {

    static DrillView of(Drill drill) {
        var release = drill.release();
        return new DrillView(
                drill.number(),
                drill.product().value(),
                drill.environment().value(),
                release == null ? null : release.value(),
                drill.version(),
                drill.by().toString(),
                drill.scheduled(),
                drill.threshold(),
                drill.took(),
                drill.askedAt(),
                drill.goingBackAt(),
                drill.backAt(),
                drill.endedAt(),
                drill.outcome().words().replace(' ', '-'),
                drill.reason(),
                Evidence.of(drill.evidence()));
    }
}
