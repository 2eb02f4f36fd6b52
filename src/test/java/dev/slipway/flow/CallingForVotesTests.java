package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.net.http.HttpResponse;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats that are given to somebody named, opened to others, or asked for again; and votes that stand after a rework. */
class CallingForVotesTests extends RefusalTest {

    private static final String APPROVE = """
            {"variables": {"decision": {"value": "approve"}, "comment": {"value": "Fine."}}}""";

    private ReleaseId release;
    private Task seat;

    @BeforeEach
    void waitForApproval() {
        flows.as(Actor.SYSTEM, () -> {
            var mia = new Person(new PersonId("mia"), "Mia Test", "mia@example.com");
            flows.bean(Accounts.class).ensure(mia, "secret-mia", Set.of(new GroupId("release-managers")));
            return mia;
        });
        release = waitingForApproval("1.0.0");
        seat = flows.task(release, "Activity_Decide");
    }

    private HttpResponse<String> reassign(String by, String to, String reason) {
        return overRest(by)
                .anywhere(
                        "application/json",
                        "POST",
                        "/api/releases/" + release + "/approvals/" + asked().id() + "/seats/1/reassign",
                        "{\"person\": \"" + to + "\", \"reason\": \"" + reason + "\"}");
    }

    @Test
    void givesASeatToSomebodyNamedAndToNobodyElse() {
        assertThat(reassign("rita", "dan", "Operations are at a course").statusCode())
                .isEqualTo(200);

        assertThat(flows.waiting(release)).extracting(Waiting::whom).containsExactly("dan");
        for (var olga : bothWays("olga")) {
            assertRefused(olga.post("/task/" + seat.getId() + "/complete", APPROVE), "is being done by dan");
        }
        assertDone(inTasklist("dan").post("/task/" + seat.getId() + "/submit-form", APPROVE));
        assertThat(asked().seats()).extracting(Seat::voter).containsExactly(new PersonId("dan"));
        assertThat(journal(release.value(), "approval.seat-reassigned"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("\"to\":\"dan\""));
    }

    @Test
    void cannotBeUsedToGetRoundARule() throws Exception {
        assertThat(reassign("rita", "dora", "she knows it best").body()).contains("dora had a hand in");
        assertThat(reassign("mia", "rita", "she asked for it").body()).contains("rita requested this release");
        assertThat(reassign("rita", "rita", "quicker").statusCode()).isEqualTo(422);
        assertThat(reassign("mia", "mia", "quicker").body()).contains("Nobody gives a seat to themselves");
        assertThat(reassign("oscar", "dan", "quicker").body()).contains("may not reassign seats");
        assertThat(reassign("mia", "dan", "").body()).contains("Say why");
        var oscar = inTasklist("oscar").browser;
        var page = "/releases/" + release;
        oscar.send(
                "POST",
                page + "/approvals/" + asked().id() + "/seats/1/reassign",
                Browser.form("person", "dan", "reason", "quicker", "_csrf", oscar.csrf(page)));
        assertThat(oscar.get(page).body()).contains("may not reassign seats");
        assertThat(asked().seats()).extracting(Seat::reserved).containsOnlyNulls();
    }

    @Test
    void reassignsOnThePage() throws Exception {
        var mia = inTasklist("mia").browser;
        var page = "/releases/" + release;
        mia.send(
                "POST",
                page + "/approvals/" + asked().id() + "/seats/1/reassign",
                Browser.form("person", "dan", "reason", "Operations are away", "_csrf", mia.csrf(page)));

        assertThat(mia.get(page).body()).contains("The seat is kept for dan now.", "reserved for dan");
    }

    @Test
    void opensTheSeatToTheNamedGroupWhenTimeIsShort() throws Exception {
        for (var mia : bothWays("mia")) {
            assertRefused(mia.post("/task/" + seat.getId() + "/complete", APPROVE), "mia is not in the group");
        }

        flows.fire(release, "Event_TimeIsShort");

        assertThat(flows.waiting(release)).singleElement().satisfies(waiting -> {
            assertThat(waiting.reason()).endsWith("Operations, escalated");
            assertThat(waiting.whom()).isEqualTo("operations, release-managers");
        });
        assertThat(flows.engine.getTaskService().getIdentityLinksForTask(seat.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("operations", "release-managers");
        assertThat(journal(release.value(), "approval.escalated")).hasSize(1);
        assertThat(overRest("rita")
                        .anywhere("application/json", "GET", "/api/notifications?release=" + release, "")
                        .body())
                .contains("\"canMail\":false", "approval-escalated", "No mail server is configured", "requester");
        assertThat(inTasklist("rita")
                        .browser
                        .get("/notifications?release=" + release)
                        .body())
                .contains("Nobody is told anything", "approval escalated", "requester");
        assertRefused(overRest("rita").post("/task/" + seat.getId() + "/complete", APPROVE), "rita requested");
        var mia = inTasklist("mia");
        assertDone(mia.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"mia\"}"));
        assertDone(mia.post("/task/" + seat.getId() + "/submit-form", APPROVE));
        flows.go(release);
        assertThat(asked().settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @Test
    void remindsAgainAndAgain() {
        flows.fire(release, "Event_TimeToRemind");
        flows.fire(release, "Event_TimeToRemind");

        assertThat(journal(release.value(), "approval.reminded")).hasSize(2);
        assertThat(flows.waiting(release))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).endsWith("Operations, reminded"));
        flows.vote(release, "olga", "approve");
        assertThat(asked().settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    private Approval asked() {
        return flows.bean(Approvals.class).of(release).get(0);
    }
}
