package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import dev.slipway.release.Flaw;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A window or a freeze as it is asked for over REST. */
record EntryRequest(
        @Schema(description = "window or freeze") @Nullable String kind,
        @Schema(description = "Its name") @Nullable String title,

        @Schema(description = "Why; whoever waits reads it") @Nullable
        String reason,

        @Schema(description = "The key of a product; none for all") @Nullable
        String product,

        @Schema(description = "The key of an environment; none for all") @Nullable
        String environment,

        @Schema(description = "Local date and time: 2026-12-18T18:00") @Nullable
        String start,

        @Schema(description = "Local date and time; none for a freeze that somebody ends") @Nullable
        String end,

        @Schema(description = "An IANA zone: Europe/Berlin") @Nullable
        String zone,

        @Schema(description = "An RRULE of RFC 5545: FREQ=WEEKLY;BYDAY=TU,TH; none for once") @Nullable
        String rule,

        @Schema(description = "Local times at which it does not come although the rule says so") @Nullable
        List<String> except,

        @Schema(description = "Whether a hotfix goes on all the same") @Nullable
        Boolean hotfixPasses) {

    EntryDraft draft() {
        var except = new HashSet<LocalDateTime>();
        times(this.except).forEach(time -> {
            var read = time(time);
            if (read != null) {
                except.add(read);
            }
        });
        return new EntryDraft(
                kind(kind),
                text(title),
                text(reason),
                text(product),
                text(environment),
                time(start),
                time(end),
                text(zone),
                text(rule),
                except,
                Boolean.TRUE.equals(hotfixPasses));
    }

    /** What cannot even be read; the rest is checked where it is taken in. */
    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        unreadable(flaws, "start", text(start));
        unreadable(flaws, "end", text(end));
        times(except).forEach(time -> unreadable(flaws, "except", time));
        return flaws;
    }

    private static void unreadable(List<Flaw> flaws, String field, String text) {
        if (!text.isBlank() && time(text) == null) {
            flaws.add(new Flaw(
                    field,
                    "'" + text + "' is no local date and time. Give one without an offset, as 2026-12-18T18:00."));
        }
    }

    static @Nullable Kind kind(@Nullable String text) {
        return switch (text(text).toLowerCase(Locale.ROOT)) {
            case "window" -> Kind.WINDOW;
            case "freeze" -> Kind.FREEZE;
            default -> null;
        };
    }

    private static @Nullable LocalDateTime time(@Nullable String text) {
        try {
            return text(text).isBlank() ? null : LocalDateTime.parse(text(text));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Set<String> times(@Nullable List<String> times) {
        return Set.copyOf(Objects.requireNonNullElse(times, List.of()));
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
