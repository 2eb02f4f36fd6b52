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
import dev.slipway.environment.Claiming;
import dev.slipway.environment.Environments;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the calendar does to releases on their way. */
class ClearanceProcessTests extends ProcessTest {

    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aFreezeAddedMidFlowHoldsTheReleaseBeforeTheNextDeployment() {
        var id = waitingForApproval("1.0.0");
        var freeze = freeze("Year end", Duration.ofDays(40), false);

        flows.vote(id, "olga", "approve");

        assertThat(product.running("production")).isEmpty();
        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.TIMER);
            assertThat(waiting.reason()).startsWith("Freeze 'Year end' until ").endsWith(" Europe/Berlin");
            assertThat(waiting.whom()).isEqualTo("time");
            assertThat(waiting.until()).isBetween(in(Duration.ofDays(39)), in(Duration.ofDays(41)));
            assertThat(waiting.activity()).isEqualTo("Event_ClearanceChanged");
        });
        assertThat(acts(id)).containsOnlyOnce("flow.clearance-withheld").doesNotContain("flow.clearance-given");

        end(freeze);
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(acts(id)).containsOnlyOnce("flow.clearance-given");
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
    }

    @Test
    void oneThatIsWokenIntoANewFreezeWaitsAgainAndSaysSo() {
        var id = waitingForApproval("1.0.0");
        var first = freeze("First", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");

        flows.fire(id, "Event_TimeToAskAgain");
        assertThat(reason(id)).startsWith("Freeze 'First'");
        freeze("Second", Duration.ofDays(2), false);
        flows.go(id);
        assertThat(reason(id)).startsWith("Freeze 'Second'");
        end(first);
        flows.go(id);

        assertThat(reason(id)).startsWith("Freeze 'Second'");
        assertThat(journal(id, "flow.clearance-withheld"))
                .extracting(Entry::payload)
                .satisfiesExactly(
                        one -> assertThat(one).contains("First"),
                        two -> assertThat(two).contains("Second"));
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void aFreezeAddedWhileItWaitsForTheEnvironmentHoldsItToo() {
        var id = waitingForApproval("1.0.0");
        var other = flows.open(product.version("1.1.0"));
        var environments = flows.bean(Environments.class);
        assertThat(environments.claim(other, PRODUCTION)).isInstanceOf(Claiming.Claimed.class);
        flows.vote(id, "olga", "approve");
        assertThat(reason(id)).isEqualTo("production is held by " + other);

        freeze("Audit", Duration.ofDays(1), false);
        environments.release(other, PRODUCTION);
        flows.go(id);

        assertThat(reason(id)).startsWith("Freeze 'Audit'");
        assertThat(environments.claim(other, PRODUCTION))
                .as("whoever may go does not wait behind one that may not")
                .isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    void aRollBackIsNeverHeld() {
        released("1.0.0");
        var id = flows.open(product.version("1.1.0"));
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.1.0");

        freeze("Year end", Duration.ofDays(1), false);
        product.fallsIll("production");
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void aHotfixPassesWhereTheFreezeLetsIt() {
        flows.apply(product);
        freeze("Soft", Duration.ofDays(1), true);
        var hotfix = flows.open(answering("INC-7", product.version("1.0.1")));
        flows.go(hotfix);
        flows.vote(hotfix, "olga", "approve");
        assertThat(product.running("production")).isEqualTo("1.0.1");
        flows.letTheWatchPass(hotfix);
        flows.expect(hotfix, State.RELEASED);

        freeze("Hard", Duration.ofDays(1), false);
        var another = flows.open(answering("INC-8", product.version("1.0.2")));
        flows.go(another);
        flows.vote(another, "olga", "approve");
        assertThat(reason(another)).startsWith("Freeze 'Hard'");
    }

    @Test
    void theLineIsStoppedUntilSomebodySaysWhyItGoesOn() {
        var id = waitingForApproval("1.0.0");
        var stop = made(as("rita", () -> flows.bean(Calendar.class).stopTheLine(scope(null), "Fire.", true)));
        flows.vote(id, "olga", "approve");

        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.MESSAGE);
            assertThat(waiting.reason()).isEqualTo("The line is stopped for " + product.key() + ": Fire.");
            assertThat(waiting.whom()).isEqualTo("clearance");
            assertThat(waiting.until()).isNull();
        });
        assertThat(as("rita", () -> flows.bean(Calendar.class).end(stop, " "))).isInstanceOf(Entering.Refused.class);
        hold(id);
        assertThat(as("rita", () -> flows.bean(Calendar.class).end(stop, "It is out.")))
                .isInstanceOf(Entering.Made.class);
        flows.go(id);
        assertThat(product.running("production")).isEmpty();
        resume(id);

        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void anExemptionTakesASecondPersonWhoHasNoPartInTheRelease() {
        var id = waitingForApproval("1.0.0");
        var freeze = freeze("Year end", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");
        var byOlga = request("olga", id, null);
        assertThat(byOlga).as("operations may not amend releases").isInstanceOf(Exempting.Refused.class);
        var exemption = ((Exempting.Made) request("rita", id, freeze)).exemption();

        assertRefused(decide("rita", exemption.number()), "You have asked for this exemption");
        assertRefused(decide("dora", exemption.number()), "You had a hand in the contents");
        assertRefused(decide("quinn", exemption.number()), "may not decide about exemptions");
        assertThat(product.running("production")).isEmpty();
        assertThat(decide("olga", exemption.number())).isInstanceOf(Exempting.Made.class);
        flows.go(id);

        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(acts(id)).contains("calendar.exemption-requested", "calendar.exemption-granted");
    }

    @Test
    void anExemptionIsNoneFromAFreezeThatCameLater() {
        var id = waitingForApproval("1.0.0");
        freeze("Year end", Duration.ofDays(1), false);
        var exemption = ((Exempting.Made) request("rita", id, null)).exemption();
        decide("olga", exemption.number());
        freeze("Fire", Duration.ofDays(1), false);

        flows.vote(id, "olga", "approve");

        assertThat(reason(id)).startsWith("Freeze 'Fire'");
    }

    @Test
    void movesByItselfWhenTheWindowOpens() throws Exception {
        flows.apply(product);
        var opening = LocalDateTime.now(BERLIN).plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        made(as(
                "rita",
                () -> flows.bean(Calendar.class)
                        .add(draft(Kind.WINDOW, "Soon", opening, opening.plusHours(2), false))));
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        assertThat(reason(id)).contains("'Soon'");
        var jobs = ((ProcessEngineConfigurationImpl) flows.engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.setWaitTimeInMillis(60_000);
        jobs.setMaxWait(60_000);

        jobs.start();
        try {
            while (journal(id, "flow.clearance-given").isEmpty()) {
                assertThat(LocalDateTime.now(BERLIN)).isBefore(opening.plusSeconds(30));
                Thread.sleep(20);
            }
        } finally {
            jobs.shutdown();
        }
        var given = journal(id, "flow.clearance-given").get(0).at();
        System.out.printf(
                "A release moved %d ms after its window opened%n",
                Duration.between(opening.atZone(BERLIN).toInstant(), given).toMillis());
    }

    @Test
    void noReleaseBeginsToWaitForWhatIsOverAlready() throws Exception {
        var id = waitingForApproval("1.0.0");
        freeze("Short", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");
        for (var time = 0; time < 10; time++) {
            var longer = freeze("Long", Duration.ofDays(2), false);
            flows.go(id);
            assertThat(reason(id)).startsWith("Freeze 'Long'");
            resumeAsking(id);
            var asking = CompletableFuture.runAsync(() -> flows.jobsOnly(id));
            end(longer);
            asking.get();
            flows.go(id);
            assertThat(reason(id)).startsWith("Freeze 'Short'");
        }
    }

    /** Has it come as far as asking again, and no further. */
    private void resumeAsking(ReleaseId id) {
        var timer = flows.jobs(id)
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .orElseThrow();
        flows.engine.getManagementService().executeJob(timer.getId());
    }

    @Test
    void waitsOutsideOfTheWindows() {
        flows.apply(product);
        var start = LocalDateTime.now(BERLIN).plusDays(2).truncatedTo(ChronoUnit.HOURS);
        made(as(
                "rita",
                () -> flows.bean(Calendar.class)
                        .add(draft(Kind.WINDOW, "Deploy day", start, start.plusHours(2), false))));
        var id = flows.open(product.version("1.0.0"));

        flows.go(id);

        assertThat(reason(id))
                .startsWith("No window of " + product.key() + " in production is open until ")
                .endsWith(", when 'Deploy day' begins");
        assertThat(flows.waiting(id).get(0).until())
                .isEqualTo(start.atZone(BERLIN).toInstant());
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    private long freeze(String title, Duration length, boolean hotfixPasses) {
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

    private EntryDraft draft(Kind kind, String title, LocalDateTime start, LocalDateTime end, boolean hotfixPasses) {
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

    private Scope scope(@Nullable EnvironmentKey environment) {
        return new Scope(new ProductKey(product.key()), environment);
    }

    private void end(long number) {
        made(as("olga", () -> flows.bean(Calendar.class).end(number, "It is over.")));
    }

    private static long made(Entering entering) {
        assertThat(entering).isInstanceOf(Entering.Made.class);
        return ((Entering.Made) entering).entry().number();
    }

    private Exempting request(String person, ReleaseId id, @Nullable Long entry) {
        return as(
                person,
                () -> flows.bean(Exemptions.class)
                        .request(id, PRODUCTION, entry, "The bank asks for it.", in(Duration.ofDays(1))));
    }

    private Exempting decide(String person, long number) {
        return as(person, () -> flows.bean(Exemptions.class).decide(number, true, "Fine."));
    }

    private static void assertRefused(Exempting exempting, String reason) {
        assertThat(exempting).isInstanceOf(Exempting.Refused.class);
        assertThat(((Exempting.Refused) exempting).flaws().get(0).reason()).contains(reason);
    }

    private <T> T as(String person, Supplier<T> work) {
        return flows.as(Actor.person(person), work);
    }

    private String reason(ReleaseId id) {
        assertThat(flows.waiting(id)).as(() -> flows.explain(id)).hasSize(1);
        return flows.waiting(id).get(0).reason();
    }

    private List<String> acts(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .map(Entry::act)
                .toList();
    }

    private List<Entry> journal(ReleaseId id, String act) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }

    private static Instant in(Duration length) {
        return Instant.now().plus(length);
    }

    private static Plan answering(String incident, Plan plan) {
        return new Plan(
                plan.product(),
                plan.version(),
                plan.from(),
                plan.revision(),
                plan.artifacts(),
                plan.objectives(),
                plan.scope(),
                plan.targetDates(),
                plan.stakeholders(),
                plan.sprintEnd(),
                incident,
                plan.downgrade(),
                plan.supersede());
    }
}
