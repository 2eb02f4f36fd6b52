package dev.slipway.flow.waiting;

import dev.slipway.flow.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction changes about wait states. What it enters and leaves itself is never written. */
final class WaitingChanges {

    private final Map<String, WaitingRow> entered = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final List<WaitingRow.Change> changed = new ArrayList<>();

    private @Nullable Instant due;

    /** A job waits for this time. */
    void due(@Nullable Date date) {
        if (date != null && (due == null || date.toInstant().isBefore(due))) {
            due = date.toInstant();
        }
    }

    /** When the first of the jobs is due; null where none waits for its time. */
    @Nullable
    Instant firstDue() {
        return due;
    }

    void enter(WaitingRow row) {
        entered.put(row.id(), row);
    }

    /** Puts a row in the place of one that may be there. */
    void replace(WaitingRow row) {
        left.add(row.id());
        entered.put(row.id(), row);
    }

    void leave(String id) {
        if (entered.remove(id) == null) {
            left.add(id);
        }
    }

    void change(WaitingRow.Change change) {
        var row = entered.get(change.id());
        if (row == null) {
            changed.add(change);
        } else {
            entered.put(change.id(), new WaitingRow(row.id(), applied(row.waiting(), change)));
        }
    }

    boolean bringsWork() {
        return entered.values().stream().anyMatch(row -> row.waiting().kind() == Waiting.Kind.WORK);
    }

    void write(WaitingRepository rows) {
        if (!left.isEmpty()) {
            rows.delete(left);
        }
        if (!entered.isEmpty()) {
            rows.insert(entered.values());
        }
        changed.removeIf(change -> left.contains(change.id()));
        if (!changed.isEmpty()) {
            rows.update(changed);
        }
    }

    private static Waiting applied(Waiting before, WaitingRow.Change change) {
        return new Waiting(
                before.release(),
                before.visit(),
                before.kind(),
                before.model(),
                before.activity(),
                change.reason() == null ? before.reason() : change.reason(),
                change.whom() == null ? before.whom() : change.whom(),
                before.since(),
                change.until() == null ? before.until() : change.until(),
                before.task());
    }
}
