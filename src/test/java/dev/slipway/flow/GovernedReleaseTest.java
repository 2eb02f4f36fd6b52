package dev.slipway.flow;

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

/** A release on its way to production, the seats and entries that hold it, and where one would act on it. */
abstract class GovernedReleaseTest extends EveryDoorTest {

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
}
