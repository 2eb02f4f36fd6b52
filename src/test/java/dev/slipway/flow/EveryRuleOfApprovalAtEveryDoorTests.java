package dev.slipway.flow;

import static dev.slipway.flow.CandidateTest.NOT_A_FIELD;

import dev.slipway.Browser;
import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.flow.Doors.Door;
import dev.slipway.journal.Actor;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule about who decides at every door: our pages, /api, tasks over /engine-rest, tasks as Tasklist does them, and the engine itself by either way.
 * Each is tried by who comes closest to having the right; the engine by an administrator.
 */
class EveryRuleOfApprovalAtEveryDoorTests extends GovernedReleaseTest {

    private static final String NOT_REASSIGNED = "seat-not-reassigned";
    private static final String INVALID = "invalid-request";

    /** A rule, the situation in which it holds, and what is tried. */
    enum Rule {
        REQUESTER_MAY_NOT_VOTE(EveryRuleOfApprovalAtEveryDoorTests::requester),
        AUTHOR_MAY_NOT_VOTE(EveryRuleOfApprovalAtEveryDoorTests::author),
        NAMED_CONFLICT_MAY_NOT_VOTE(EveryRuleOfApprovalAtEveryDoorTests::conflict),
        ONE_SEAT_PER_PERSON(EveryRuleOfApprovalAtEveryDoorTests::oneSeat),
        MANDATORY_ROLE_IS_NOT_SKIPPED(EveryRuleOfApprovalAtEveryDoorTests::mandatoryRole),
        REJECTION_NEEDS_A_COMMENT(EveryRuleOfApprovalAtEveryDoorTests::rejection),
        QUORUM_IS_NOT_LOWERED(EveryRuleOfApprovalAtEveryDoorTests::quorum),
        CHANGE_TYPE_IS_NOT_CHOSEN(EveryRuleOfApprovalAtEveryDoorTests::changeType),
        DEADLINE_ENDS_THE_VOTE(EveryRuleOfApprovalAtEveryDoorTests::deadline),
        BOARD_HAS_ITS_CHAIR_AND_MEMBERS(EveryRuleOfApprovalAtEveryDoorTests::board);

        private final Function<EveryRuleOfApprovalAtEveryDoorTests, Doors> situation;

        Rule(Function<EveryRuleOfApprovalAtEveryDoorTests, Doors> situation) {
            this.situation = situation;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        walk(rule.situation.apply(this));
    }

    private Doors requester() {
        join("rita", "operations");
        return ballot("rita", waiting(), "rita requested this release")
                .api("rita", "POST", reassignment(1), NOT_REASSIGNED, "Nobody gives a seat to themselves", to("rita"));
    }

    private Doors author() {
        product.commit("fix: the thing", "Olga", "OLGA@example.com");
        var hand = "olga had a hand in what is decided about";
        return ballot("olga", waiting(), hand).api("rita", "POST", reassignment(1), NOT_REASSIGNED, hand, to("olga"));
    }

    private Doors conflict() {
        var seat = waiting();
        var named = send(
                "dan",
                "POST",
                "/api/conflicts",
                "{\"person\": \"oscar\", \"product\": \"" + product.key() + "\", \"reason\": \"cousins\"}");
        var id = named.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        return ballot("oscar", seat, "oscar has a conflict (cousins)")
                .page("oscar", "/conflicts/" + id + "/end", "Only an administrator who signed in", "")
                .api("rita", "POST", reassignment(1), NOT_REASSIGNED, "oscar has a conflict", to("oscar"))
                .api("oscar", "DELETE", "/api/conflicts/" + id, "Only an administrator who signed in", "")
                .api("oscar", "POST", "/api/conflicts", "Only an administrator who signed in", "{}")
                .api("dan", "DELETE", "/api/conflicts/" + id, "Only an administrator who signed in", "");
    }

    private Doors oneSeat() {
        waitingForTwo();
        assertDone(overRest("bea").post(task(seat("Security"), "complete"), APPROVE));
        return ballot("bea", seat("Operations"), "bea already sits on Security")
                .api(
                        "rita",
                        "POST",
                        reassignment(number("Operations")),
                        NOT_REASSIGNED,
                        "bea has voted already",
                        to("bea"));
    }

    private Doors mandatoryRole() {
        waitingForTwo();
        assertDone(overRest("oscar").post(task(seat("Operations"), "complete"), APPROVE));
        return ballot("olga", seat("Security"), "olga is not in the group security")
                .api(
                        "rita",
                        "POST",
                        reassignment(number("Security")),
                        NOT_REASSIGNED,
                        "oscar has voted already",
                        to("oscar"))
                .api(
                        "olga",
                        "POST",
                        reassignment(number("Security")),
                        NOT_REASSIGNED,
                        "may not reassign seats",
                        to("sam"));
    }

    private Doors rejection() {
        var seat = waiting();
        var needs = "A rejection needs a reason";
        return new Doors()
                .page("oscar", votePage(seat), needs, Browser.form("decision", "REJECT", "comment", " "))
                .none(Door.API, BY_TASK)
                .task("oscar", task(seat, "complete"), needs, vote("reject", "", ""))
                .task("oscar", task(seat, "submit-form"), needs, vote("reject", "  ", ""))
                .engine(engine("approvalOutcome", "rejected"));
    }

    private Doors quorum() {
        var seat = waiting();
        var reload = "Only administrators";
        var doors = new Doors()
                .page("oscar", "/policies/reload", reload, "")
                .api("oscar", "POST", "/api/models/reload", reload, "")
                .api("rita", "PATCH", plan(), INVALID, "quorum", "{\"reason\": \"Hurry.\", \"quorum\": 0}");
        for (var field : Set.of("nrOfInstances", "nrOfCompletedInstances", "approvalId", "approvalOutcome")) {
            doors.task("oscar", task(seat, "complete"), NOT_A_FIELD, vote("approve", "Fine.", field));
            doors.task("oscar", task(seat, "submit-form"), NOT_A_FIELD, vote("approve", "Fine.", field));
        }
        return doors.engine(engine("nrOfInstances", "0"));
    }

    private Doors changeType() {
        var seat = waiting();
        return new Doors()
                .none(Door.PAGE, "No form has a field for it: the table change-type decides.")
                .api("rita", "POST", "/api/releases", INVALID, "changeType", another("changeType", "standard"))
                .api("rita", "POST", "/api/releases", INVALID, "risk", another("risk", "low"))
                .api("rita", "POST", "/api/releases", INVALID, "hotfix", another("hotfix", "true"))
                .api(
                        "rita",
                        "PATCH",
                        plan(),
                        INVALID,
                        "changeType",
                        "{\"reason\": \"Hurry.\", \"changeType\": \"standard\"}")
                .task("oscar", task(seat, "complete"), NOT_A_FIELD, vote("approve", "Fine.", "changeType"))
                .task("oscar", task(seat, "submit-form"), NOT_A_FIELD, vote("approve", "Fine.", "changeType"))
                .engine(engine("changeType", "standard"));
    }

    private Doors deadline() {
        var seat = waiting();
        flows.fire(release, "Event_TimeIsUp");
        return gone(new Doors(), "oscar", seat)
                .page("oscar", votePage(seat), "There is no such task any more", Browser.form("decision", "APPROVE"))
                .api("rita", "POST", reassignment(1), NOT_REASSIGNED, "takes no more votes", to("oscar"))
                .engine(engine("approvalOutcome", "approved"));
    }

    private Doors board() {
        var boards = flows.bean(AdvisoryBoards.class);
        var key = "b" + product.key();
        flows.as(Actor.SYSTEM, () -> boards.describe(key, "Board " + key, "cab", "carl", "50 %"));
        var start = LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0).toString();
        var planned = flows.as(Actor.person("rita"), () -> boards.plan(key, start, "UTC", ""));
        var meeting = ((Advising.Done) planned).meeting().id();
        flows.apply(product.critical());
        release = flows.open(Emergency.of(product.version("1.0.0")));
        flows.go(release);
        flows.letTheWatchPass(release);
        var only = "Only carl, who chairs";
        var address = "/meetings/" + meeting;
        var defer = address + "/items/" + asked().id() + "/defer";
        return ballot("oscar", flows.tasks(release).get(0), "oscar is not in the group cab")
                .page("cleo", "/advisory" + defer, only, "reason=Later.")
                .page("rita", "/advisory" + address + "/attendance", only, "person=cleo")
                .page("cleo", "/advisory" + address + "/minutes", only, "minutes=Approved.")
                .api("cleo", "POST", "/api" + defer, only, "{\"reason\": \"Later.\"}")
                .api("rita", "PUT", "/api" + address + "/attendance", only, "{\"people\": [\"cleo\"]}")
                .api("cleo", "PUT", "/api" + address + "/minutes", only, "{\"minutes\": \"Approved by all.\"}")
                .api(
                        "carl",
                        "PUT",
                        "/api" + address + "/minutes",
                        "meeting-state",
                        "there are no minutes of it before",
                        "{\"minutes\": \"Approved by all.\"}")
                .api(
                        "carl",
                        "PUT",
                        "/api/boards/" + key,
                        "Only who may change the catalogue",
                        "{\"name\": \"Mine\", \"group\": \"cab\", \"chair\": \"carl\", \"quorum\": \"1\"}");
    }

    /** A release like this one, with one field more than there is. */
    private String another(String field, String value) {
        return "{\"product\": \"" + product.key() + "\", \"version\": \"1.0.1\", \"" + field + "\": \"" + value + "\"}";
    }
}
