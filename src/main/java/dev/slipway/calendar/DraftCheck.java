package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds everything that is wrong with a window or a freeze before it is taken in. */
@Component
class DraftCheck {

    static final int MAX_REASON = 2_000;
    private static final int MAX_TITLE = 200;
    private static final int MAX_RULE = 1_000;
    private static final Duration LONGEST_RECURRING = Duration.ofDays(366);

    private final Neighbours neighbours;

    DraftCheck(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    List<Flaw> flaws(EntryDraft draft) {
        return flaws(draft, neighbours::exists, neighbours::exists);
    }

    static List<Flaw> flaws(EntryDraft draft, Predicate<ProductKey> products, Predicate<EnvironmentKey> environments) {
        var flaws = new ArrayList<Flaw>();
        if (draft.kind() == null) {
            flaws.add(new Flaw("kind", "Say whether it is a WINDOW or a FREEZE."));
        }
        if (draft.title().isEmpty() || draft.title().length() > MAX_TITLE) {
            flaws.add(new Flaw("title", "Give it a name of at most " + MAX_TITLE + " characters."));
        }
        if (draft.reason().length() > MAX_REASON) {
            flaws.add(new Flaw("reason", "Keep the reason to " + MAX_REASON + " characters."));
        }
        if (draft.kind() == Kind.FREEZE && draft.reason().isEmpty()) {
            flaws.add(new Flaw("reason", "Say why nothing may be deployed. Whoever waits for it reads the reason."));
        }
        flaws.addAll(scopeFlaws(draft, products, environments));
        flaws.addAll(timeFlaws(draft));
        return flaws;
    }

    private static List<Flaw> scopeFlaws(
            EntryDraft draft, Predicate<ProductKey> products, Predicate<EnvironmentKey> environments) {
        var flaws = new ArrayList<Flaw>();
        if (!draft.product().isEmpty() && !products.test(new ProductKey(draft.product()))) {
            flaws.add(new Flaw("product", "There is no product " + draft.product() + ". GET /api/catalog lists them."));
        }
        if (!draft.environment().isEmpty() && !environments.test(new EnvironmentKey(draft.environment()))) {
            flaws.add(new Flaw(
                    "environment",
                    "There is no environment " + draft.environment() + ". GET /api/environments lists them."));
        }
        return flaws;
    }

    private static List<Flaw> timeFlaws(EntryDraft draft) {
        var flaws = new ArrayList<Flaw>();
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(draft.zone())) {
            flaws.add(new Flaw(
                    "zone",
                    "Give the name of an IANA zone such as Europe/Berlin; an offset would be wrong half of the year."));
        }
        var start = draft.start();
        var end = draft.end();
        if (start == null) {
            flaws.add(new Flaw("start", "Give a local date and time such as 2026-12-24T18:00."));
            return flaws;
        }
        if (end == null && (draft.kind() == Kind.WINDOW || !draft.rule().isEmpty())) {
            flaws.add(new Flaw("end", "Give a local date and time; only a freeze that happens once may have no end."));
        }
        if (end != null && !end.isAfter(start)) {
            flaws.add(new Flaw("end", "The end is not after the start. Give a later one."));
        }
        if (!draft.rule().isEmpty() && flaws.isEmpty()) {
            flaws.addAll(ruleFlaws(draft));
        }
        return flaws;
    }

    private static List<Flaw> ruleFlaws(EntryDraft draft) {
        var start = Objects.requireNonNull(draft.start());
        var end = Objects.requireNonNull(draft.end());
        if (draft.rule().length() > MAX_RULE) {
            return List.of(new Flaw("rule", "Keep the rule to " + MAX_RULE + " characters."));
        }
        if (Duration.between(start, end).compareTo(LONGEST_RECURRING) > 0) {
            return List.of(new Flaw("end", "What recurs lasts a year at most. Give an earlier end."));
        }
        return Recurrence.flaw(draft.rule(), start, ZoneId.of(draft.zone())).stream()
                .map(reason -> new Flaw("rule", reason))
                .toList();
    }
}
