package dev.slipway.flow;

import static dev.slipway.flow.CandidateTest.NOT_DIRECTLY;

import dev.slipway.Browser;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.EntryDraft;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.time.LocalDateTime;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A release on its way to production, the seats and entries that hold it, and where one would act on it. */
abstract class GovernedReleaseTest extends EveryDoorTest {

    static final String APPROVE = vote("approve", "Fine.", "");
    static final String BY_TASK = "Votes are tasks of the engine; /api has none.";
    static final String GONE = "There is no task";

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

    Task waiting() {
        if (release.equals(NONE)) {
            release = waitingForApproval("1.0.0");
        }
        return flows.task(release, "Activity_Decide");
    }

    /** Production is approved, and something else holds the release. */
    Task approved() {
        var seat = waiting();
        flows.vote(release, "olga", "approve");
        return seat;
    }

    void waitingForTwo() {
        flows.apply(product.critical());
        var plan = product.version("1.0.0");
        product.commit("feat!: change everything", "Dora", "dora@example.com");
        release = flows.open(plan);
        flows.go(release);
        flows.signedIn("rita", () -> product.attachSecurityReview(flows, release));
        flows.complete(
                release, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Reviewed.");
    }

    Entering enter(Entry.Kind kind, LocalDateTime start) {
        waiting();
        var draft = new EntryDraft(
                kind,
                "Audit",
                "Because.",
                product.key(),
                "production",
                start,
                start.plusDays(3),
                "UTC",
                "",
                Set.of(),
                false);
        return flows.as(Actor.person("rita"), () -> flows.bean(Calendar.class).add(draft));
    }

    void person(String id, String... groups) {
        flows.as(Actor.SYSTEM, () -> {
            var known = new Person(new PersonId(id), id + " Test", id + "@example.com");
            flows.bean(Accounts.class).ensure(known, "secret-" + id, Set.of());
            return known;
        });
        Set.of(groups).forEach(group -> join(id, group));
    }

    String send(String person, String verb, String path, String json) {
        try {
            var browser = tasklist(person).browser;
            return browser.send(verb, path, json, "X-CSRF-TOKEN", browser.csrf("/tokens"))
                    .body();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    String visit() {
        return flows.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select max(visit) from flow_visit where release_id = ?")
                .param(release.value())
                .query(String.class)
                .single();
    }

    String page() {
        return "/releases/" + release;
    }

    String plan() {
        return "/api" + page() + "/plan";
    }

    String votePage(Task seat) {
        return page() + "/tasks/" + seat.getId() + "/vote";
    }

    static String task(Task seat, String act) {
        return "/task/" + seat.getId() + "/" + act;
    }

    String reassignment(int number) {
        return "/api" + page() + "/approvals/" + asked().id() + "/seats/" + number + "/reassign";
    }

    static String to(String person) {
        return "{\"person\": \"" + person + "\", \"reason\": \"quicker\"}";
    }

    static String vote(String decision, String comment, String forged) {
        var more = forged.isEmpty() ? "" : ", \"" + forged + "\": {\"value\": \"0\"}";
        var fields = "\"decision\": {\"value\": \"" + decision + "\"}, \"comment\": {\"value\": \"" + comment + "\"}";
        return "{\"variables\": {" + fields + more + "}}";
    }

    Task seat(String label) {
        return flows.tasks(release).stream()
                .filter(task -> task.getName().endsWith(label))
                .findFirst()
                .orElseThrow();
    }

    int number(String label) {
        return asked().seats().stream()
                .filter(seat -> seat.label().equals(label))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** All that somebody can do to a seat which is not theirs. */
    Doors ballot(String person, Task seat, String reason) {
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

    /** The same for a seat that is not there any more. */
    Doors gone(Doors doors, String person, Task seat) {
        return doors.task(
                        person, task(seat, "claim"), "500 NullValueException", GONE, "{\"userId\": \"" + person + "\"}")
                .task(person, task(seat, "complete"), "500 RestException", GONE, APPROVE)
                .task(person, task(seat, "submit-form"), "500 RestException", GONE, APPROVE);
    }
}
