package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

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
}
