package dev.slipway.flow;

import static dev.slipway.flow.CandidateTest.NOT_A_FIELD;
import static dev.slipway.flow.CandidateTest.NOT_DIRECTLY;

import dev.slipway.Browser;
import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.Exempting;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.flow.Doors.Door;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Degree;
import dev.slipway.release.RegisteredRisk.Standing;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule of governance at every door: our pages, /api, tasks over /engine-rest, tasks as Tasklist does them, and the engine itself by either way. Each
 * is tried by who comes closest to having the right; the engine by an administrator.
 */
class EveryRuleAtEveryDoorTests extends GovernedReleaseTest {

    private static final String APPROVE = vote("approve", "Fine.", "");
    private static final String BY_TASK = "Votes are tasks of the engine; /api has none.";
    private static final String GONE = "There is no task";
    private static final String NO_TASK = "It is no task.";

    /** A rule, the situation in which it holds, and what is tried. */
    enum Rule {
        REQUESTER_MAY_NOT_VOTE(EveryRuleAtEveryDoorTests::requester),
        AUTHOR_MAY_NOT_VOTE(EveryRuleAtEveryDoorTests::author),
        NAMED_CONFLICT_MAY_NOT_VOTE(EveryRuleAtEveryDoorTests::conflict),
        ONE_SEAT_PER_PERSON(EveryRuleAtEveryDoorTests::oneSeat),
        MANDATORY_ROLE_IS_NOT_SKIPPED(EveryRuleAtEveryDoorTests::mandatoryRole),
        REJECTION_NEEDS_A_COMMENT(EveryRuleAtEveryDoorTests::rejection),
        QUORUM_IS_NOT_LOWERED(EveryRuleAtEveryDoorTests::quorum),
        CHANGE_TYPE_IS_NOT_CHOSEN(EveryRuleAtEveryDoorTests::changeType),
        DEADLINE_ENDS_THE_VOTE(EveryRuleAtEveryDoorTests::deadline),
        FREEZE_HOLDS(EveryRuleAtEveryDoorTests::freeze),
        CLOSED_WINDOW_HOLDS(EveryRuleAtEveryDoorTests::window),
        STOPPED_LINE_HOLDS(EveryRuleAtEveryDoorTests::stoppedLine),
        EXEMPTION_NEEDS_A_SECOND_PERSON(EveryRuleAtEveryDoorTests::exemption),
        OPEN_HIGH_RISK_HOLDS(EveryRuleAtEveryDoorTests::risk),
        BOARD_HAS_ITS_CHAIR_AND_MEMBERS(EveryRuleAtEveryDoorTests::board);

        private final Function<EveryRuleAtEveryDoorTests, Doors> situation;

        Rule(Function<EveryRuleAtEveryDoorTests, Doors> situation) {
            this.situation = situation;
        }
    }

    @BeforeEach
    void peopleWithTheGreatestRights() {
        person("bea", "operations", "security");
        person("otto", "operations");
        join("dan", "camunda-admin");
    }

    @AfterEach
    void leaveThem() {
        leave("bea", "operations");
        leave("bea", "security");
        leave("otto", "operations");
        leave("rita", "operations");
        leave("dan", "camunda-admin");
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        walk(rule.situation.apply(this));
    }

    private Doors requester() {
        join("rita", "operations");
        return ballot("rita", waiting(), "rita requested this release")
                .api("rita", "POST", reassignment(1), "Nobody gives a seat to themselves", to("rita"));
    }

    private Doors author() {
        product.commit("fix: the thing", "Olga", "OLGA@example.com");
        var hand = "olga had a hand in what is decided about";
        return ballot("olga", waiting(), hand).api("rita", "POST", reassignment(1), hand, to("olga"));
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
                .api("rita", "POST", reassignment(1), "oscar has a conflict", to("oscar"))
                .api("oscar", "DELETE", "/api/conflicts/" + id, "", "")
                .api("dan", "DELETE", "/api/conflicts/" + id, "", "");
    }

    private Doors oneSeat() {
        waitingForTwo();
        assertDone(overRest("bea").post(task(seat("Security"), "complete"), APPROVE));
        return ballot("bea", seat("Operations"), "bea already sits on Security")
                .api("rita", "POST", reassignment(number("Operations")), "bea has voted already", to("bea"));
    }

    private Doors mandatoryRole() {
        waitingForTwo();
        assertDone(overRest("oscar").post(task(seat("Operations"), "complete"), APPROVE));
        return ballot("olga", seat("Security"), "olga is not in the group security")
                .api("rita", "POST", reassignment(number("Security")), "oscar has voted already", to("oscar"))
                .api("olga", "POST", reassignment(number("Security")), "may not reassign seats", to("sam"));
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
                .api("rita", "PATCH", plan(), "quorum", "{\"reason\": \"Hurry.\", \"quorum\": 0}");
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
                .api("rita", "PATCH", plan(), "changeType", "{\"reason\": \"Hurry.\", \"changeType\": \"standard\"}")
                .task("oscar", task(seat, "complete"), NOT_A_FIELD, vote("approve", "Fine.", "changeType"))
                .task("oscar", task(seat, "submit-form"), NOT_A_FIELD, vote("approve", "Fine.", "changeType"))
                .engine(engine("changeType", "standard"));
    }

    private Doors deadline() {
        var seat = waiting();
        flows.fire(release, "Event_TimeIsUp");
        return new Doors()
                .page("oscar", votePage(seat), "There is no such task any more", Browser.form("decision", "APPROVE"))
                .api("rita", "POST", reassignment(1), "takes no more votes", to("oscar"))
                .task("oscar", task(seat, "claim"), GONE, "{\"userId\": \"oscar\"}")
                .task("oscar", task(seat, "complete"), GONE, APPROVE)
                .task("oscar", task(seat, "submit-form"), GONE, APPROVE)
                .engine(engine("approvalOutcome", "approved"));
    }

    private Doors freeze() {
        return held(enter(Entry.Kind.FREEZE, LocalDateTime.now(ZoneOffset.UTC).minusHours(1)));
    }

    private Doors window() {
        return held(enter(Entry.Kind.WINDOW, LocalDateTime.now(ZoneOffset.UTC).plusDays(2)));
    }

    private Doors stoppedLine() {
        waiting();
        var scope = new Scope(new ProductKey(product.key()), null);
        return held(
                flows.as(Actor.person("rita"), () -> flows.bean(Calendar.class).stopTheLine(scope, "Fire.", true)));
    }

    private Doors held(Entering entering) {
        var done = approved();
        var number = ((Entering.Made) entering).entry().number();
        var may = "dora may not manage the calendar";
        return new Doors()
                .page("dora", "/calendar/entries/" + number + "/end", may, "reason=Over.")
                .page("oscar", page() + "/retry", "does not wait for an operator", "visit=" + visit() + "&reason=On.")
                .page("rita", page() + "/resume", "is not on hold", "")
                .api("dora", "POST", "/api/calendar/" + number + "/end", may, "{\"reason\": \"Over.\"}")
                .api("rita", "POST", "/api" + page() + "/resume", "is not on hold", "")
                .api("rita", "PATCH", plan(), "hotfix", "{\"reason\": \"Hurry.\", \"hotfix\": true}")
                .task("oscar", task(done, "complete"), GONE, APPROVE)
                .task("oscar", task(done, "claim"), GONE, "{\"userId\": \"oscar\"}")
                .engine(engine("clearance", "given"));
    }

    private Doors exemption() {
        enter(Entry.Kind.FREEZE, LocalDateTime.now(ZoneOffset.UTC).minusHours(1));
        approved();
        var asking = flows.as(
                Actor.person("rita"),
                () -> flows.bean(Exemptions.class)
                        .request(
                                release,
                                new EnvironmentKey("production"),
                                null,
                                "Law.",
                                Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS)));
        var number = ((Exempting.Made) asking).exemption().number();
        var decision = "/api/calendar/exemptions/" + number + "/decision";
        var grant = "{\"decision\": \"grant\", \"comment\": \"Fine.\"}";
        var doors = new Doors().none(Door.REST, NO_TASK).none(Door.TASKLIST, NO_TASK);
        doors.page("rita", "/calendar/exemptions/" + number, "somebody else has to decide", "grant=true")
                .page("dora", "/calendar/exemptions/" + number, "You had a hand in the contents", "grant=true")
                .api("rita", "POST", decision, "somebody else has to decide", grant)
                .api("dora", "POST", decision, "You had a hand in the contents", grant)
                .api("quinn", "POST", decision, "may not decide about exemptions", grant);
        return doors.engine(engine("clearance", "given"));
    }

    private Doors risk() {
        waiting();
        var draft = new RiskDraft(
                "Data loss", new PersonId("dora"), Degree.HIGH, Degree.HIGH, "", Standing.OPEN, "seen in the review");
        flows.as(Actor.person("rita"), () -> flows.bean(Risks.class).raise(release, draft));
        approved();
        var form = Browser.form(
                "title",
                "Data loss",
                "owner",
                "dora",
                "likelihood",
                "HIGH",
                "impact",
                "HIGH",
                "standing",
                "ACCEPTED",
                "reason",
                "go on");
        var json = """
                {"title": "Data loss", "owner": "dora", "likelihood": "%s", "impact": "high", "mitigation": "",
                 "state": "%s", "reason": "go on"}""";
        return new Doors()
                .page("rita", page() + "/risks/1", "rita asked for the release", form)
                .page("oscar", page() + "/risks/1", "oscar may not change the risks of", form)
                .api("rita", "PUT", "/api" + page() + "/risks/1", "rita asked for", json.formatted("high", "accepted"))
                .api("rita", "PUT", "/api" + page() + "/risks/1", "rita asked for", json.formatted("low", "open"))
                .api("oscar", "PUT", "/api" + page() + "/risks/1", "oscar may not", json.formatted("high", "accepted"))
                .none(Door.REST, NO_TASK)
                .none(Door.TASKLIST, NO_TASK)
                .engine(engine("clearance", "given"));
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
                .api("carl", "PUT", "/api" + address + "/minutes", "", "{\"minutes\": \"Approved by all.\"}");
    }

    /** All that somebody can do to a seat which is not theirs. */
    private Doors ballot(String person, Task seat, String reason) {
        var self = "{\"userId\": \"" + person + "\"}";
        return new Doors()
                .page(person, votePage(seat), reason, Browser.form("decision", "APPROVE", "comment", ""))
                .task(person, task(seat, "complete"), reason, APPROVE)
                .task(person, task(seat, "submit-form"), reason, APPROVE)
                .task(person, task(seat, "claim"), reason, self)
                .task(person, task(seat, "assignee"), reason, self)
                .task(person, task(seat, "delegate"), NOT_DIRECTLY, self)
                .task(person, task(seat, "resolve"), NOT_DIRECTLY, APPROVE)
                .engine(engine("approvalOutcome", "approved"));
    }
}
