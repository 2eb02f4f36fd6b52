package dev.slipway.deployment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A move as it is shown over HTTP. */
record MoveView(
        String visit,
        String environment,
        String component,
        String direction,
        String kind,
        String version,
        String artifact,
        String previous,
        int share,
        boolean planned,
        Instant intendedAt,
        @Nullable Instant endedAt,
        String status,
        String reason) {

    static MoveView of(Move move) {
        return new MoveView(
                move.visit(),
                move.environment().value(),
                move.component().toString(),
                move.direction().name().toLowerCase(Locale.ROOT),
                move.kind().name().toLowerCase(Locale.ROOT),
                move.version(),
                move.artifact().hex(),
                move.previous(),
                move.share(),
                move.planned(),
                move.intendedAt(),
                move.endedAt(),
                move.status().name().toLowerCase(Locale.ROOT),
                move.reason());
    }
}
