package dev.slipway.calendar;

import dev.slipway.Database;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The module on one database, with a clock that stands still and people whose rights are known. */
final class Office implements Neighbours {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final ReleaseId RELEASE = new ReleaseId("payments-1.0.0");

    final Calendar calendar;
    final Exemptions exemptions;
    final Feeds feeds;
    final CalendarDocuments documents;
    final Set<String> managers = new HashSet<>(Set.of("rita"));
    final Set<String> granters = new HashSet<>(Set.of("olga", "dora", "rita"));
    Actor actor = Actor.person("rita");
    boolean planned = true;

    Office(Database database) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var rows = new CalendarRows(database.jdbc());
        var check = new DraftCheck(this);
        var entries = new Entries(rows, this, database.events(), clock);
        var exemptionRows = new ExemptionRows(database.jdbc());
        calendar = new Calendar(entries, rows, exemptionRows, check, this, database.transactions(), clock);
        exemptions = new Exemptions(exemptionRows, rows, this, database.events(), database.transactions(), clock);
        documents = new CalendarDocuments(rows, entries);
        feeds = new Feeds(
                new FeedRows(database.jdbc()),
                rows,
                entries,
                check,
                this,
                new CalendarProperties(Duration.ZERO, Duration.ofSeconds(2), 100_000),
                database.events(),
                database.transactions(),
                clock);
    }

    /** Somebody else is acting from now on. */
    Office as(String person) {
        actor = Actor.person(person);
        return this;
    }

    Entry freeze(String title) {
        return ((Entering.Made) calendar.add(freezeDraft(title))).entry();
    }

    static EntryDraft freezeDraft(String title) {
        return new EntryDraft(
                Kind.FREEZE,
                title,
                "Because.",
                "",
                "production",
                LocalDateTime.parse("2026-11-20T00:00"),
                LocalDateTime.parse("2026-12-01T00:00"),
                "Europe/Berlin",
                "",
                Set.of(),
                false);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public boolean may(Act act, ProductKey product) {
        return switch (act) {
            case GRANT_EXEMPTION -> granters.contains(actor.id());
            case AMEND_RELEASE -> true;
            default -> managers.contains(actor.id());
        };
    }

    @Override
    public boolean may(Act act, Scope scope) {
        return may(act, Year.PAYMENTS);
    }

    @Override
    public boolean exists(ProductKey product) {
        return product.equals(Year.PAYMENTS);
    }

    @Override
    public boolean exists(EnvironmentKey environment) {
        return environment.equals(Year.PRODUCTION);
    }

    @Override
    public boolean goes(ProductKey product, EnvironmentKey environment) {
        return exists(product) && exists(environment);
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        return id.equals(RELEASE)
                ? Optional.of(new Release(
                        id,
                        Year.PAYMENTS,
                        "1.0.0",
                        new FlowKey("devops-release"),
                        State.PENDING,
                        null,
                        Actor.person("rita"),
                        planned,
                        1,
                        1,
                        NOW,
                        null,
                        ""))
                : Optional.empty();
    }

    @Override
    public Set<PersonId> authors(ReleaseId release) {
        return Set.of(new PersonId("dora"));
    }
}
