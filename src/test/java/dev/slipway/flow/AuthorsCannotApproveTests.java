package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody decides about what they requested or wrote, whichever way they try. Olga may decide in general: she operates. */
class AuthorsCannotApproveTests extends RefusalTest {

    private static final String APPROVE = """
            {"variables": {"decision": {"value": "approve"}, "comment": {"value": "I wrote it, so it is good."}}}""";
    private static final String HAND = "olga had a hand in what is decided about";

    private ReleaseId release;
    private Task seat;

    @BeforeEach
    void waitForApprovalOfWhatOlgaWrote() {
        product.commit("fix: the thing", "Olga", "OLGA@example.com");
        release = waitingForApproval("1.0.0");
        seat = flows.task(release, "Activity_Decide");
    }

    @Test
    void refusesTheAuthorOverRestAndInTasklist() {
        for (var olga : bothWays("olga")) {
            assertRefused(olga.post("/task/" + seat.getId() + "/complete", APPROVE), HAND);
            assertRefused(olga.post("/task/" + seat.getId() + "/submit-form", APPROVE), HAND);
            assertRefused(olga.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"olga\"}"), HAND);
            assertRefused(olga.post("/task/" + seat.getId() + "/assignee", "{\"userId\": \"olga\"}"), HAND);
        }
        assertNoVote();
        assertThat(journal(release.value(), "attempt.refused"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.payload()).contains("\"by\":\"olga\"", "had a hand in"))
                .extracting(entry -> entry.payload().replaceAll(".*\"attempt\":\"(\\w+)\".*", "$1"))
                .containsExactlyInAnyOrder("CompleteTask", "SubmitTaskForm", "ClaimTask", "AssignTask");
    }

    @Test
    void ourOwnPageTakesTheVoteOfWhoeverMayDecide() throws Exception {
        var oscar = inTasklist("oscar").browser;
        var page = "/releases/" + release;
        oscar.send(
                "POST",
                page + "/tasks/" + seat.getId() + "/vote",
                Browser.form("decision", "APPROVE", "comment", "fine", "_csrf", oscar.csrf(page)));

        assertThat(oscar.get(page).body()).contains("Your vote is counted.");
        assertThat(votes()).containsExactly("oscar");
        assertThat(journal(release.value(), "approval.voted")).hasSize(1);
    }

    @Test
    void refusesAnAdministratorLikeAnybody() {
        join("dan", "camunda-admin");
        try {
            for (var dan : bothWays("dan")) {
                assertRefused(
                        dan.post("/task/" + seat.getId() + "/complete", APPROVE), "dan is not in the group operations");
            }
        } finally {
            leave("dan", "camunda-admin");
        }
        assertNoVote();
    }

    @Test
    void refusesWhoeverLeftTheGroupAlthoughTheSessionAndTheClaimLiveOn() {
        var oscar = inTasklist("oscar");
        assertDone(oscar.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"oscar\"}"));
        leave("oscar", "operations");
        try {
            assertRefused(oscar.post("/task/" + seat.getId() + "/submit-form", APPROVE), "oscar is not in the group");
        } finally {
            join("oscar", "operations");
        }
        assertNoVote();
        assertDone(oscar.post("/task/" + seat.getId() + "/submit-form", APPROVE));
        assertThat(votes()).containsExactly("oscar");
    }

    @Test
    void refusesAVoteOnASeatThatSomebodyElseHasTaken() {
        flows.as(Actor.SYSTEM, () -> {
            var third = new Person(new PersonId("otto"), "Otto Test", "otto@example.com");
            flows.bean(Accounts.class).ensure(third, "secret-otto", Set.of(new GroupId("operations")));
            return third;
        });
        assertDone(inTasklist("oscar").post("/task/" + seat.getId() + "/claim", "{\"userId\": \"oscar\"}"));
        for (var otto : bothWays("otto")) {
            assertRefused(otto.post("/task/" + seat.getId() + "/complete", APPROVE), "is being done by oscar");
            assertRefused(otto.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"otto\"}"), "done by oscar");
            assertRefused(otto.post("/task/" + seat.getId() + "/unclaim", "{}"), "given back by who has it");
            assertRefused(otto.post("/task/" + seat.getId() + "/assignee", "{\"userId\": \"otto\"}"), "oscar");
        }
        assertNoVote();
    }

    @Test
    void refusesAServiceAccountWhateverItsNameAndScopes() {
        var service = service("oscar");
        assertRefused(service.post("/task/" + seat.getId() + "/complete", APPROVE), "");
        assertRefused(service.post("/task/" + seat.getId() + "/claim", "{\"userId\": \"oscar\"}"), "");
        assertThat(service.post("/task/" + seat.getId() + "/comment/create", "{\"message\": \"hi\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(flows.engine.getTaskService().getTaskComments(seat.getId())).isEmpty();
        assertNoVote();
    }

    @Test
    void refusesAVoteWithoutADecisionOrAReasonForARejection() {
        var oscar = overRest("oscar");
        assertRefused(oscar.post("/task/" + seat.getId() + "/complete", "{}"), "has to be filled in");
        assertRefused(
                oscar.post(
                        "/task/" + seat.getId() + "/complete", "{\"variables\":{\"decision\":{\"value\":\"maybe\"}}}"),
                "has to be one of [approve, reject]");
        assertRefused(
                oscar.post(
                        "/task/" + seat.getId() + "/complete", "{\"variables\":{\"decision\":{\"value\":\"reject\"}}}"),
                "A rejection needs a reason");
        assertNoVote();
        assertThat(flows.task(release, "Activity_Decide").getAssignee()).isNull();
    }

    private void assertNoVote() {
        assertThat(votes()).isEmpty();
        assertThat(journal(release.value())).noneMatch(entry -> entry.act().contains("voted"));
        assertThat(journal(release.value(), "task.completed")).isEmpty();
    }

    private List<String> votes() {
        return flows.bean(Approvals.class).of(release).stream()
                .flatMap(approval -> approval.seats().stream())
                .map(Seat::voter)
                .filter(Objects::nonNull)
                .map(PersonId::value)
                .toList();
    }
}
