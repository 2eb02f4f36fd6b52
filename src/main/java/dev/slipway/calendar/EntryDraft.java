package dev.slipway.calendar;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A window or a freeze as somebody asks for it; nothing has been checked.
 *
 * @param product empty for all
 * @param environment empty for all
 * @param end null where it has no end
 * @param zone the id of an IANA zone: {@code Europe/Berlin}
 * @param rule an RRULE of RFC 5545; empty for once
 */
public record EntryDraft(
        Entry.@Nullable Kind kind,
        String title,
        String reason,
        String product,
        String environment,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        String zone,
        String rule,
        Set<LocalDateTime> except,
        boolean hotfixPasses) {

    public EntryDraft {
        title = title.strip();
        reason = reason.strip();
        product = product.strip();
        environment = environment.strip();
        zone = zone.strip();
        rule = rule.strip().replaceFirst("(?i)^RRULE:", "");
        except = Set.copyOf(except);
    }

    /** How an entry stands now, to be changed. */
    public static EntryDraft of(Entry entry) {
        var scope = entry.scope();
        return new EntryDraft(
                entry.kind(),
                entry.title(),
                entry.reason(),
                text(scope.product()),
                text(scope.environment()),
                entry.timing().start(),
                entry.timing().end(),
                entry.timing().zone().getId(),
                entry.timing().rule(),
                entry.timing().except(),
                entry.hotfixPasses());
    }

    static String text(@Nullable Object key) {
        return Objects.toString(key, "");
    }
}
