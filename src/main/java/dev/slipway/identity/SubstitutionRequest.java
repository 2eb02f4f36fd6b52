package dev.slipway.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.slipway.identity.Issuing.Flaw;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A substitute as it is asked for over HTTP: local dates and times, and the zone they are meant in. */
public record SubstitutionRequest(
        @Schema(description = "Who is away; yourself where it is empty") @Nullable
        String absent,

        @Schema(example = "grace") @Nullable String substitute,
        @Schema(example = "2026-12-21T00:00") @Nullable String from,

        @Schema(example = "2027-01-04T00:00", description = "The first instant that no longer belongs to it") @Nullable
        String until,

        @Schema(example = "Europe/Berlin", description = "An IANA zone") @Nullable
        String zone,

        @Schema(description = "Needed where somebody else is away") @Nullable
        String reason) {

    /** What this asks for; what cannot be read is added to the flaws, and nothing is returned. */
    @JsonIgnore
    public @Nullable SubstitutionOrder order(PersonId self, List<Flaw> flaws) {
        var place = zone(flaws);
        if (place == null) {
            return null;
        }
        var begin = instant("from", from, place, false, flaws);
        var end = instant("until", until, place, true, flaws);
        if (begin == null || end == null) {
            return null;
        }
        var away = text(absent);
        return new SubstitutionOrder(
                away.isEmpty() ? self : new PersonId(away),
                new PersonId(text(substitute)),
                begin,
                end,
                place,
                text(reason));
    }

    private @Nullable ZoneId zone(List<Flaw> flaws) {
        try {
            return ZoneId.of(text(zone));
        } catch (DateTimeException unknown) {
            flaws.add(new Flaw("zone", "Give the IANA zone that the dates are meant in, such as Europe/Berlin."));
            return null;
        }
    }

    /** In the hour that comes twice a period begins with the first and ends with the second. */
    private static @Nullable Instant instant(
            String field, @Nullable String local, ZoneId zone, boolean later, List<Flaw> flaws) {
        try {
            var at = LocalDateTime.parse(text(local)).atZone(zone);
            return (later ? at.withLaterOffsetAtOverlap() : at.withEarlierOffsetAtOverlap()).toInstant();
        } catch (DateTimeException unreadable) {
            flaws.add(new Flaw(field, "Give a local date and time such as 2026-12-21T00:00."));
            return null;
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
