package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.approval.Approvals;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same on PostgreSQL, where votes really meet. */
@DirtiesContext
class PostgresProcessTests extends VotingProcessTests {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Database::emptyPostgres);
        // Both are kept in static fields; ending them here would end them for the shared application too.
        properties.add("camunda.bpm.webapp.enabled", () -> "false");
        properties.add("camunda.bpm.process-engine-name", () -> "postgres");
    }

    @Test
    void bringsAReleaseIntoProduction() {
        flows.expect(released("1.0.0"), State.RELEASED);
    }

    @Test
    void callsAReleaseOff() {
        var id = waitingForApproval("1.0.0");

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");

        flows.expect(id, State.CANCELLED);
    }

    @Test
    void holdsAReleaseWhileTheLineIsStopped() {
        var id = waitingForApproval("1.0.0");
        var calendar = flows.bean(Calendar.class);
        var rita = Actor.person("rita");
        var scope = new Scope(new ProductKey(product.key()), null);
        var stop = (Entering.Made) flows.as(rita, () -> calendar.stopTheLine(scope, "Fire.", false));
        flows.vote(id, "olga", "approve");
        assertThat(flows.waiting(id))
                .extracting(Waiting::reason)
                .containsExactly("The line is stopped for " + product.key() + ": Fire.");

        flows.as(rita, () -> calendar.end(stop.entry().number(), "It is out."));
        flows.go(id);
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
    }

    @Test
    void drawsAndExplainsWhereAReleaseIs() {
        var id = waitingForApproval("1.0.0");

        assertThat(flows.bean(Flows.class).diagrams(id))
                .extracting(Flows.Diagram::active)
                .anyMatch(active -> active.contains("Activity_Decide"));
        assertThat(flows.waiting(id)).extracting(Waiting::whom).containsExactly("operations");
    }

    /** The timer has its row in hand when the meeting is moved, and finds it changed. */
    @Test
    void aMeetingThatIsMovedWhileTheTimeRunsOutIsNotLost() throws Exception {
        var boards = flows.bean(AdvisoryBoards.class);
        flows.as(Actor.SYSTEM, () -> boards.describe("board", "Board", "cab", "carl", "50 %"));
        var start = LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0);
        var planned = flows.as(Actor.person("rita"), () -> boards.plan("board", start.toString(), "UTC", ""));
        var meeting = ((Advising.Done) planned).meeting().id();
        flows.apply(product.critical());
        var id = flows.open(Emergency.of(product.version("1.0.0")));
        flows.go(id);
        flows.letTheWatchPass(id);
        var timer = timer(id);
        var threads = Executors.newSingleThreadExecutor();
        try {
            var firing = new TransactionTemplate(flows.bean(PlatformTransactionManager.class)).execute(status -> {
                flows.as(
                        Actor.person("carl"),
                        () -> boards.move(meeting, start.plusDays(30).toString(), "UTC", ""));
                var fired =
                        threads.submit(() -> flows.engine.getManagementService().executeJob(timer.getId()));
                untilSomebodyWaits();
                return fired;
            });
            assertThatThrownBy(firing::get).hasStackTraceContaining("OptimisticLockingException");
        } finally {
            threads.shutdown();
        }
        flows.go(id);

        var due = start.plusDays(31).toInstant(ZoneOffset.UTC);
        assertThat(flows.bean(Approvals.class).of(id))
                .singleElement()
                .satisfies(open -> assertThat(open.due()).isEqualTo(due))
                .satisfies(open -> assertThat(open.settled()).isNull());
        assertThat(timer(id).getDuedate()).isEqualTo(due);
        flows.fire(id, "Event_TimeIsUp");
        assertThat(flows.bean(Journal.class).read(id.value(), 0, 1000))
                .filteredOn(entry -> entry.act().equals("approval.settled"))
                .hasSize(1);
    }

    private Job timer(ReleaseId id) {
        return flows.jobs(id)
                .filter(job -> flows.engine
                                .getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .activityIdIn("Event_TimeIsUp")
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    private void untilSomebodyWaits() {
        var jdbc = flows.bean(JdbcClient.class);
        var deadline = Instant.now().plusSeconds(30);
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
