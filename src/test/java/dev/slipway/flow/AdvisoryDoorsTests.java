package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.advisory.AgendaItem;
import dev.slipway.approval.Approval;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A board's meetings by every door: the page, and REST with each kind of token. */
class AdvisoryDoorsTests extends RefusalTest {

    private String board;
    private String meeting;
    private ReleaseId release;

    @BeforeEach
    void meetAboutAnEmergency() {
        board = "b" + UUID.randomUUID().toString().substring(0, 8);
        var boards = flows.bean(AdvisoryBoards.class);
        flows.as(Actor.SYSTEM, () -> boards.describe(board, "Board " + board, "cab", "carl", "50 %"));
        meeting = flows.as(
                Actor.person("rita"),
                () -> ((Advising.Done) boards.plan(board, tomorrow(), "UTC", "https://meet.example.org/cab"))
                        .meeting()
                        .id());
        flows.apply(product.critical());
        release = flows.open(Emergency.of(product.version("1.0.0")));
        flows.go(release);
        flows.letTheWatchPass(release);
    }

    /** Other boards of the same group would wait for it as well. */
    @AfterEach
    void callItOff() {
        flows.as(Actor.person("carl"), () -> flows.bean(AdvisoryBoards.class).cancel(meeting, "Over."));
    }

    @Test
    void showsTheAgendaWithWhatOneNeedsToKnow() throws Exception {
        var page = signedIn("carl").get("/advisory").body();

        assertThat(page)
                .contains("Board " + board, release.value(), "emergency", "https://meet.example.org/cab")
                .contains("Lead this meeting", "Move or cancel this meeting");
        assertThat(signedIn("dora").get("/advisory").body())
                .contains(release.value())
                .doesNotContain("Lead this meeting", "Move or cancel this meeting");
        assertThat(signedIn("rita").get("/advisory").body()).contains("Move or cancel this meeting");
    }

    /** The rules leave an emergency three days; the meeting is tomorrow, then in a month. */
    @Test
    void keepsRequestsOpenUntilTheBoardHasMet() {
        var starts = startsAt();
        assertTimes(item().approval().openedAt().plus(Duration.ofDays(3)));

        flows.as(
                Actor.person("carl"),
                () -> flows.bean(AdvisoryBoards.class)
                        .move(
                                meeting,
                                LocalDateTime.ofInstant(starts, ZoneOffset.UTC)
                                        .plusDays(30)
                                        .toString(),
                                "UTC",
                                ""));

        assertTimes(starts.plus(Duration.ofDays(31)));
        assertThat(journal(release.value(), "approval.due-moved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload())
                        .contains(starts.plus(Duration.ofDays(30)).toString()));
        flows.fire(release, "Event_TimeIsShort");
        assertThat(item().approval().escalated()).isTrue();
        flows.vote(release, "carl", "approve");
        flows.vote(release, "cleo", "approve");
        assertThat(item().decision()).isEqualTo(AgendaItem.Decision.APPROVED);
    }

    /** The timer has fired, the settlement comes after it: a meeting that is moved in between finds the time to be up. */
    @Test
    void letsARequestExpireWhoseTimeWasUpBeforeTheMeetingWasMoved() {
        var over = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        flows.bean(JdbcClient.class)
                .sql("update approval_request set due = ? where id = ?")
                .params(over.atOffset(ZoneOffset.UTC), item().approval().id().value())
                .update();
        flows.fireOnly(release, "Event_TimeIsUp");
        var late = LocalDateTime.ofInstant(startsAt(), ZoneOffset.UTC).plusDays(30);

        flows.as(
                Actor.person("carl"), () -> flows.bean(AdvisoryBoards.class).move(meeting, late.toString(), "UTC", ""));
        flows.go(release);

        var approval = item().approval();
        assertThat(approval.settled()).isEqualTo(Approval.Outcome.EXPIRED);
        assertThat(approval.due()).isEqualTo(over);
        assertThat(journal(release.value(), "approval.due-moved"))
                .noneMatch(entry -> entry.payload().contains(approval.id().value()));
    }

    private void assertTimes(Instant due) {
        var approval = item().approval();
        assertThat(approval.due()).isEqualTo(due);
        assertThat(timer("Event_TimeIsUp")).isEqualTo(due.truncatedTo(ChronoUnit.MILLIS));
        assertThat(timer("Event_TimeIsShort"))
                .isEqualTo(approval.times().escalateAt().truncatedTo(ChronoUnit.MILLIS))
                .isBefore(due);
        assertThat(flows.tasks(release))
                .allSatisfy(task ->
                        assertThat(task.getDueDate().toInstant()).isEqualTo(due.truncatedTo(ChronoUnit.MILLIS)));
        assertThat(flows.waiting(release))
                .extracting(Waiting::until)
                .allSatisfy(until -> assertThat(until).isBetween(due.truncatedTo(ChronoUnit.MILLIS), due));
    }

    private Instant timer(String event) {
        return flows.jobs(release)
                .filter(job -> flows.engine
                                .getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .activityIdIn(event)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }

    private Instant startsAt() {
        return flows.bean(AdvisoryBoards.class).meeting(meeting).orElseThrow().startsAt();
    }

    @Test
    void letsTheChairDeferOnThePageAndNobodyElse() throws Exception {
        var item = item();
        var path = "/advisory/meetings/" + meeting + "/items/" + item.approval().id() + "/defer";

        for (var person : List.of("rita", "cleo", "dora")) {
            var browser = signedIn(person);
            post(browser, path, "reason", "Not now.");
            assertThat(browser.get("/advisory").body()).contains("Only carl, who chairs");
        }
        assertThat(item().decision()).isEqualTo(AgendaItem.Decision.OPEN);

        post(signedIn("carl"), path, "reason", "Not now.");
        assertThat(item().decision()).isEqualTo(AgendaItem.Decision.DEFERRED);
        assertThat(journal(release.value(), "advisory.item-deferred")).hasSize(1);
    }

    @Test
    void refusesTokensThatWereNotIssuedForIt() {
        var path = "/api/meetings/" + meeting + "/attendance";
        var body = "{\"people\":[\"carl\"]}";

        var reading = Set.of("read", "open-release", "amend-release");
        assertRefused(put(token("carl", reading), path, body), "chair-board");
        assertRefused(put(token("cleo", Set.of("read", "chair-board")), path, body), "Only carl");
        assertRefused(put(service("robot" + board), path, body), "Only carl");
        assertThat(put(token("carl", Set.of("chair-board")), path, body).statusCode())
                .isEqualTo(200);
    }

    @Test
    void cannotReplaceAVote() {
        var carl = token("carl", Set.of("read", "chair-board"));
        put(carl, "/api/meetings/" + meeting + "/attendance", "{\"people\":[\"carl\",\"cleo\"]}");

        var early = put(carl, "/api/meetings/" + meeting + "/minutes", "{\"minutes\":\"Approved by all.\"}");
        assertThat(early.statusCode()).as(early.body()).isEqualTo(409);
        begins();
        var published = put(carl, "/api/meetings/" + meeting + "/minutes", "{\"minutes\":\"Approved by all.\"}");

        assertThat(published.body()).contains("not decided", "\"decision\":\"open\"");
        assertThat(flows.tasks(release)).isNotEmpty();
    }

    @Test
    void saysWhatThereIsNot() {
        var carl = token("carl", Set.of("read", "chair-board"));

        assertThat(send(carl, "GET", "/api/meetings/none", "").statusCode()).isEqualTo(404);
        assertThat(send(carl, "GET", "/api/boards/none/meetings", "").statusCode())
                .isEqualTo(404);
        assertThat(send(carl, "GET", "/api/boards/" + board + "/meetings", "").body())
                .contains(meeting, release.value(), "\"next\":null");
        assertThat(send(carl, "GET", "/api/releases/" + release + "/change", "").body())
                .contains("\"type\":\"emergency\"", "\"state\":\"review\"");
        assertThat(send(carl, "PUT", "/api/boards/" + board, "{\"name\":\"Mine\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String tomorrow() {
        return LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0).toString();
    }

    private void begins() {
        flows.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update advisory_meeting set starts_at = starts_at - interval '2' day where id = ?")
                .param(meeting)
                .update();
    }

    private AgendaItem item() {
        return flows.bean(AdvisoryBoards.class).agenda(meeting).stream()
                .filter(item -> item.release().equals(release))
                .findFirst()
                .orElseThrow();
    }

    private Browser signedIn(String person) throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.signIn(person, "secret-" + person);
        return browser;
    }

    private static void post(Browser browser, String path, String... fields) throws IOException, InterruptedException {
        var csrf = browser.csrf("/tokens");
        browser.send("POST", path, Browser.form(fields) + "&" + Browser.form("_csrf", csrf));
    }

    private Caller token(String person, Set<String> scopes) {
        var order = new TokenOrder("test", scopes, Set.of(), Instant.now().plus(Duration.ofHours(1)));
        var issuing =
                flows.as(Actor.person(person), () -> flows.bean(Tokens.class).issue(order));
        return Caller.withToken(port, ((Issuing.Issued) issuing).secret());
    }

    private static HttpResponse<String> put(Caller caller, String path, String body) {
        return send(caller, "PUT", path, body);
    }

    private static HttpResponse<String> send(Caller caller, String method, String path, String body) {
        return caller.anywhere("application/json", method, path, body);
    }
}
