package dev.slipway.web;

import dev.slipway.calendar.Entry;
import dev.slipway.calendar.EntryDraft;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form for a window or a freeze as a person filled it in.
 *
 * @param number the entry that is changed; empty for a new one
 */
record EntryForm(
        String number,
        String kind,
        String title,
        String reason,
        String product,
        String environment,
        String start,
        String end,
        String zone,
        String rule,
        @Nullable Boolean hotfixPasses) {

    EntryForm {
        number = text(number);
        kind = text(kind).isEmpty() ? "FREEZE" : kind;
        title = text(title);
        reason = text(reason);
        product = text(product);
        environment = text(environment);
        start = text(start);
        end = text(end);
        zone = text(zone);
        rule = text(rule);
    }

    static EntryForm empty() {
        return new EntryForm("", "", "", "", "", "", "", "", "", "", false);
    }

    static EntryForm of(Entry entry) {
        var draft = EntryDraft.of(entry);
        return new EntryForm(
                String.valueOf(entry.number()),
                entry.kind().name(),
                draft.title(),
                draft.reason(),
                draft.product(),
                draft.environment(),
                text(draft.start()),
                text(draft.end()),
                draft.zone(),
                draft.rule(),
                draft.hotfixPasses());
    }

    EntryDraft draft() {
        return new EntryDraft(
                kind.equals("WINDOW") ? Entry.Kind.WINDOW : Entry.Kind.FREEZE,
                title,
                reason,
                product,
                environment,
                time(start),
                time(end),
                zone,
                rule,
                Set.of(),
                Boolean.TRUE.equals(hotfixPasses));
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "").strip();
    }
}
