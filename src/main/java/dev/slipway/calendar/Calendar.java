package dev.slipway.calendar;

import dev.slipway.calendar.Entering.Made;
import dev.slipway.calendar.Entering.Refused;
import dev.slipway.calendar.Entering.Unknown;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Act;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows when what may be deployed where. */
@Service
public class Calendar {

    private static final int MOST_OCCURRENCES = 2_000;

    private final Entries entries;
    private final CalendarRows rows;
    private final ExemptionRows exemptions;
    private final DraftCheck check;
    private final Neighbours neighbours;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Calendar(
            Entries entries,
            CalendarRows rows,
            ExemptionRows exemptions,
            DraftCheck check,
            Neighbours neighbours,
            TransactionTemplate transactions,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.exemptions = exemptions;
        this.check = check;
        this.neighbours = neighbours;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every window and freeze that nobody has ended, in the order in which they were entered. */
    public List<Entry> entries() {
        return rows.inForce(clock.instant());
    }

    public Optional<Entry> find(long number) {
        return rows.find(number);
    }

    /** When windows and freezes are in force between two instants, by their beginning. */
    public List<Occurrence> between(Instant from, Instant until) {
        return rows.inForce(clock.instant()).stream()
                .flatMap(entry -> Occurrence.of(entry, from, until, MOST_OCCURRENCES).stream())
                .sorted(Comparator.comparing(occurrence -> occurrence.interval().from()))
                .toList();
    }

    /**
     * Whether the product may be deployed there at that instant.
     *
     * @param hotfix whether it answers to an incident, as every emergency does, and so passes where hotfixes do
     */
    public Status status(ProductKey product, EnvironmentKey environment, Instant at, boolean hotfix) {
        return new Hours(rows.inForce(at).stream()
                        .filter(entry -> entry.scope().covers(product, environment))
                        .filter(entry -> !hotfix || !entry.hotfixPasses())
                        .toList())
                .at(at);
    }

    /** Whether the release may be deployed there now: a hotfix passes where it is meant to, and an exemption counts. */
    public Status status(ReleaseId id, EnvironmentKey environment) {
        var now = clock.instant();
        var release = neighbours.release(id).orElseThrow();
        var granted = exemptions.granted(id, environment).stream()
                .filter(exemption -> exemption.isWorthSomething(now))
                .toList();
        return new Hours(rows.inForce(now).stream()
                        .filter(entry -> entry.scope().covers(release.product(), environment))
                        .filter(entry -> release.planned() || !entry.hotfixPasses())
                        .filter(entry -> granted.stream().noneMatch(exemption -> lifts(exemption, entry)))
                        .toList())
                .at(now);
    }

    private boolean lifts(Exemption exemption, Entry entry) {
        var about = exemption.entry() == null ? Optional.<Entry>empty() : rows.find(exemption.entry());
        return exemption.lifts(
                entry,
                about.filter(named -> named.kind() == Entry.Kind.WINDOW)
                        .map(Entry::scope)
                        .orElse(null));
    }

    /** Takes a window or a freeze in. */
    public Entering add(EntryDraft draft) {
        return transactions.execute(status -> {
            var flaws = flaws(draft);
            return flaws.isEmpty() ? new Made(entries.add(draft, false, null, "")) : new Refused(flaws);
        });
    }

    /** Freezes a scope from now on until somebody lifts it. */
    public Entering stopTheLine(Scope scope, String reason, boolean hotfixPasses) {
        var zone = ZoneId.of("UTC");
        var start = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
        var draft = new EntryDraft(
                Entry.Kind.FREEZE,
                "Line stopped",
                reason,
                EntryDraft.text(scope.product()),
                EntryDraft.text(scope.environment()),
                start,
                null,
                zone.getId(),
                "",
                Set.of(),
                hotfixPasses);
        return transactions.execute(status -> {
            var flaws = flaws(draft);
            return flaws.isEmpty() ? new Made(entries.add(draft, true, null, "")) : new Refused(flaws);
        });
    }

    /** Changes a window or a freeze; one that was imported changes where it comes from. */
    public Entering change(long number, EntryDraft draft) {
        return transactions.execute(status -> {
            var found = rows.lock(number);
            if (found.isEmpty()) {
                return new Unknown(number);
            }
            var entry = found.get();
            if (!neighbours.may(Act.MANAGE_CALENDAR, entry.scope())) {
                return new Refused(List.of(forbidden(entry.scope())));
            }
            if (entry.endedAt() != null) {
                return new Refused(Flaw.STATE, "'" + entry.title() + "' has been ended. Enter a new one.");
            }
            var fixed = fixed(entry);
            if (fixed.isPresent()) {
                return new Refused(Flaw.STATE, fixed.get());
            }
            var flaws = flaws(draft);
            return flaws.isEmpty() ? new Made(entries.change(entry, draft)) : new Refused(flaws);
        });
    }

    /** Ends a window or a freeze for good, from now on. */
    public Entering end(long number, String reason) {
        return transactions.execute(status -> {
            var found = rows.lock(number);
            if (found.isEmpty()) {
                return new Unknown(number);
            }
            var entry = found.get();
            if (!neighbours.may(Act.MANAGE_CALENDAR, entry.scope())) {
                return new Refused(List.of(forbidden(entry.scope())));
            }
            if (entry.endedAt() != null) {
                return new Refused(Flaw.STATE, "'" + entry.title() + "' has been ended already: " + entry.endReason());
            }
            if (!entry.document().isEmpty()) {
                return new Refused(Flaw.STATE, described(entry));
            }
            if (reason.isBlank() || reason.length() > DraftCheck.MAX_REASON) {
                return new Refused(
                        "reason",
                        "Say why, in at most " + DraftCheck.MAX_REASON
                                + " characters. The reason goes into the journal.");
            }
            return new Made(entries.end(entry, reason.strip()));
        });
    }

    /** Why it cannot be changed here; empty where it can. */
    private static Optional<String> fixed(Entry entry) {
        if (entry.stop()) {
            return Optional.of("A stopped line is not changed but released, with a reason.");
        }
        if (entry.feed() != null) {
            return Optional.of(
                    "'" + entry.title() + "' was imported. Change it where it comes from, or drop the import.");
        }
        return entry.document().isEmpty() ? Optional.empty() : Optional.of(described(entry));
    }

    private static String described(Entry entry) {
        return "'" + entry.title() + "' is described in the catalogue's calendar " + entry.document()
                + ". Change it there, or take it out, and apply the document.";
    }

    private List<Flaw> flaws(EntryDraft draft) {
        var scope = Entries.scope(draft);
        var flaws = check.flaws(draft);
        if (!neighbours.may(Act.MANAGE_CALENDAR, scope)) {
            return List.of(forbidden(scope));
        }
        return flaws;
    }

    private Flaw forbidden(Scope scope) {
        return new Flaw(
                Flaw.ACTOR,
                neighbours.actor().id() + " may not manage the calendar of " + scope
                        + ". That takes manage-calendar for every product that it can hold, which the catalogue grants.");
    }
}
