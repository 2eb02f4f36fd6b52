package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.approval.Vote;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Naming;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Substitutes;
import dev.slipway.identity.SubstitutionOrder;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who stands in for somebody who is away: at every door, and no further than the one who is away could go. */
class SubstitutesVoteTests extends RefusalTest {

    private static final String APPROVE = """
            {"variables": {"decision": {"value": "approve"}, "comment": {"value": "Oscar is away."}}}""";

    private ReleaseId release;
    private Task seat;

    @BeforeEach
    void waitForApproval() {
        flows.as(Actor.SYSTEM, () -> {
            var sue = new Person(new PersonId("sue"), "Sue Test", "sue@example.com");
            flows.bean(Accounts.class).ensure(sue, "secret-sue", Set.of(new GroupId("developers")));
            return sue;
        });
        product.commit("fix: the thing", "Olga", "OLGA@example.com");
        release = waitingForApproval("1.0.0");
        seat = flows.task(release, "Activity_Decide");
    }

    @AfterEach
    void everybodyIsBack() {
        var substitutes = flows.bean(Substitutes.class);
        flows.as(
                Actor.person("sue"),
                () -> substitutes.concerning(new PersonId("sue"), Long.MAX_VALUE, 100).stream()
                        .map(substitution -> substitutes.end(substitution.id()))
                        .toList());
    }

    @Test
    void letTheSubstituteSeeAndClaimTheTaskAndVoteForOscar() {
        var sue = inTasklist("sue");
        assertRefused(sue.post("/task/" + seat.getId() + "/complete", APPROVE), "sue is not in the group operations");
        assertThat(waitingFor(sue)).doesNotContain(seat.getId());

        name("oscar", Duration.ZERO, Duration.ofHours(1));

        assertThat(waitingFor(sue)).contains(seat.getId());
        assertThat(flows.waiting(release)).extracting(Waiting::whom).contains("operations, sue");
        assertDone(sue.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"sue\"}"));
        assertDone(sue.post("/task/" + seat.getId() + "/submit-form", APPROVE));
        assertThat(votes()).singleElement().satisfies(vote -> {
            assertThat(vote.voter()).isEqualTo(new PersonId("sue"));
            assertThat(vote.standsFor()).isEqualTo(new PersonId("oscar"));
        });
        assertThat(journal(release.value(), "approval.voted"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("\"inSteadOf\":\"oscar\""));
    }

    @Test
    void takesTheVoteOnOurPage() throws Exception {
        name("oscar", Duration.ZERO, Duration.ofHours(1));
        var sue = inTasklist("sue").browser;
        var page = "/releases/" + release;

        sue.send(
                "POST",
                page + "/tasks/" + seat.getId() + "/vote",
                Browser.form("decision", "APPROVE", "comment", "fine", "_csrf", sue.csrf(page)));

        assertThat(sue.get(page).body()).contains("Your vote is counted.", "for oscar");
    }

    @Test
    void takesTheVoteOverRest() {
        name("oscar", Duration.ZERO, Duration.ofHours(1));

        assertDone(overRest("sue").post("/task/" + seat.getId() + "/complete", APPROVE));

        assertThat(votes()).extracting(Vote::standsFor).containsExactly(new PersonId("oscar"));
    }

    @Test
    void letsNobodySpeakForWhoeverWroteItNorOutsideOfTheTime() throws Exception {
        name("olga", Duration.ZERO, Duration.ofHours(1));
        assertRefusedEverywhere("sue stands in for olga, who had a hand in the contents");

        name("oscar", Duration.ofHours(1), Duration.ofHours(2));
        assertRefusedEverywhere("sue stands in for olga");
        assertThat(votes()).isEmpty();
    }

    @Test
    void takesOverWhatTheAbsentHasClaimed() {
        assertDone(inTasklist("oscar").post("/task/" + seat.getId() + "/claim", "{\"userId\": \"oscar\"}"));
        var sue = inTasklist("sue");
        assertRefused(sue.post("/task/" + seat.getId() + "/unclaim", "{}"), "given back by who has it");

        name("oscar", Duration.ZERO, Duration.ofHours(1));

        assertDone(sue.post("/task/" + seat.getId() + "/unclaim", "{}"));
        assertDone(sue.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"sue\"}"));
        assertDone(sue.post("/task/" + seat.getId() + "/complete", APPROVE));
    }

    @Test
    void losesNoVoteThatIsCastWhileASubstituteIsNamed() throws Exception {
        for (var round = 1; round <= 5; round++) {
            var barrier = new CyclicBarrier(2);
            var thread = Executors.newSingleThreadExecutor();
            try {
                var naming = thread.submit(() -> {
                    barrier.await();
                    name("oscar", Duration.ZERO, Duration.ofHours(1));
                    return true;
                });
                var task = flows.task(release, "Activity_Decide");
                barrier.await();
                flows.complete(task, "oscar", "decision", "reject", "comment", "Not yet.");
                naming.get();
            } finally {
                thread.shutdown();
            }
            flows.go(release);
            flows.complete(release, "Activity_NameCandidate", "rita", "candidateChoice", "new-candidate");
        }
        assertThat(votes()).hasSize(5);
    }

    @Test
    void namesASubstituteOnThePage() throws Exception {
        var oscar = inTasklist("oscar").browser;
        var answer = oscar.send(
                "POST",
                "/substitutes",
                Browser.form(
                        "substitute",
                        "sue",
                        "from",
                        "2026-01-01T00:00",
                        "until",
                        "2099-01-01T00:00",
                        "zone",
                        "Europe/Berlin",
                        "_csrf",
                        oscar.csrf("/substitutes")));
        assertThat(answer.body()).contains("A period lasts a year at most");
        var until = Instant.now()
                .plus(Duration.ofDays(3))
                .atZone(ZoneId.of("Asia/Kathmandu"))
                .toLocalDate();

        oscar.send(
                "POST",
                "/substitutes",
                Browser.form(
                        "substitute",
                        "sue",
                        "from",
                        until.minusDays(5) + "T00:00",
                        "until",
                        until + "T00:00",
                        "zone",
                        "Asia/Kathmandu",
                        "_csrf",
                        oscar.csrf("/substitutes")));

        assertThat(oscar.get("/substitutes").body()).contains("Asia/Kathmandu", "sue", "now");
        assertDone(overRest("sue").post("/task/" + seat.getId() + "/complete", APPROVE));
    }

    private void assertRefusedEverywhere(String reason) throws Exception {
        for (var sue : bothWays("sue")) {
            assertRefused(sue.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"sue\"}"), reason);
            assertRefused(sue.post("/task/" + seat.getId() + "/complete", APPROVE), reason);
            assertRefused(sue.post("/task/" + seat.getId() + "/submit-form", APPROVE), reason);
        }
        var sue = inTasklist("sue").browser;
        var page = "/releases/" + release;
        sue.send(
                "POST",
                page + "/tasks/" + seat.getId() + "/vote",
                Browser.form("decision", "APPROVE", "comment", "", "_csrf", sue.csrf(page)));
        assertThat(sue.get(page).body()).contains(reason);
    }

    private String waitingFor(Caller caller) {
        var filter = flows.as(
                Actor.SYSTEM,
                () -> flows.engine
                        .getFilterService()
                        .createTaskFilterQuery()
                        .filterName("My groups' tasks")
                        .singleResult()
                        .getId());
        return caller.get("/filter/" + filter + "/list?maxResults=500").body();
    }

    private void name(String absent, Duration from, Duration until) {
        var now = Instant.now();
        var order = new SubstitutionOrder(
                new PersonId(absent),
                new PersonId("sue"),
                now.plus(from).minusSeconds(1),
                now.plus(until),
                ZoneId.of("Europe/Berlin"),
                "");
        assertThat(flows.as(
                        Actor.person(absent),
                        () -> flows.bean(Substitutes.class).name(order)))
                .isInstanceOf(Naming.Done.class);
    }

    private List<Vote> votes() {
        return flows.bean(Approvals.class).of(release).stream()
                .flatMap(approval -> approval.seats().stream())
                .map(Seat::vote)
                .filter(Objects::nonNull)
                .toList();
    }
}
