package dev.slipway.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A substitution as the interface shows it, in its own zone. */
record SubstitutionView(
        long id,
        String absent,
        String substitute,
        OffsetDateTime from,
        OffsetDateTime until,
        String zone,
        String reason,
        String namedBy,
        Instant namedAt,
        @Nullable Instant endedAt) {

    static SubstitutionView of(Substitution substitution) {
        var zone = substitution.zone();
        return new SubstitutionView(
                substitution.id(),
                substitution.absent().value(),
                substitution.substitute().value(),
                substitution.from().atZone(zone).toOffsetDateTime(),
                substitution.until().atZone(zone).toOffsetDateTime(),
                zone.getId(),
                substitution.reason(),
                substitution.namedBy().value(),
                substitution.namedAt(),
                substitution.endedAt());
    }
}
