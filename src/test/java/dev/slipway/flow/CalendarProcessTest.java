package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.calendar.EntryDraft;
import dev.slipway.calendar.Exempting;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Releases that meet windows, freezes and exemptions. */
abstract class CalendarProcessTest extends ProcessTest {

    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    long freeze(String title, Duration length, boolean hotfixPasses) {
        var start = LocalDateTime.now(BERLIN).minusHours(1);
        return made(as(
                "rita",
                () -> flows.bean(Calendar.class)
                        .add(draft(
                                Kind.FREEZE,
                                title,
                                start,
                                LocalDateTime.ofInstant(in(length), BERLIN),
                                hotfixPasses))));
    }

    EntryDraft draft(Kind kind, String title, LocalDateTime start, LocalDateTime end, boolean hotfixPasses) {
        return new EntryDraft(
                kind,
                title,
                "Because.",
                product.key(),
                "production",
                start,
                end,
                BERLIN.getId(),
                "",
                Set.of(),
                hotfixPasses);
    }

    Scope scope(@Nullable EnvironmentKey environment) {
        return new Scope(new ProductKey(product.key()), environment);
    }

    void end(long number) {
        made(as("olga", () -> flows.bean(Calendar.class).end(number, "It is over.")));
    }

    static long made(Entering entering) {
        assertThat(entering).isInstanceOf(Entering.Made.class);
        return ((Entering.Made) entering).entry().number();
    }

    Exempting request(String person, ReleaseId id, @Nullable Long entry) {
        return as(
                person,
                () -> flows.bean(Exemptions.class)
                        .request(id, PRODUCTION, entry, "The bank asks for it.", in(Duration.ofDays(1))));
    }

    Exempting decide(String person, long number) {
        return as(person, () -> flows.bean(Exemptions.class).decide(number, true, "Fine."));
    }

    static void assertRefused(Exempting exempting, String reason) {
        assertThat(exempting).isInstanceOf(Exempting.Refused.class);
        assertThat(((Exempting.Refused) exempting).flaws().get(0).reason()).contains(reason);
    }

    <T> T as(String person, Supplier<T> work) {
        return flows.as(Actor.person(person), work);
    }

    String reason(ReleaseId id) {
        assertThat(flows.waiting(id)).as(() -> flows.explain(id)).hasSize(1);
        return flows.waiting(id).get(0).reason();
    }

    List<String> acts(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .map(Entry::act)
                .toList();
    }

    List<Entry> journal(ReleaseId id, String act) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }

    static Instant in(Duration length) {
        return Instant.now().plus(length);
    }

    static Plan answering(String incident, Plan plan) {
        return plan.but().incident(incident).build();
    }
}
