package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.calendar.EntryDraft;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.drill.Drill;
import dev.slipway.drill.Drill.Outcome;
import dev.slipway.drill.Drills;
import dev.slipway.drill.Evidence;
import dev.slipway.drill.Holding;
import dev.slipway.environment.Environments;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.policy.Fact;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RollbackDrillProcessTests extends RefusalTest {

    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");

    @Test
    void bringsAVersionBeforeProductionAndTakesItBackAgain() {
        var second = twoReleased();
        var there = flows.bean(Environments.class).occupancy(STAGING, product.component());

        var id = begin();
        assertThat(id.value()).isEqualTo(product.key() + "-1.0.0-drill");
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        var drill = drill(id);
        assertThat(drill.outcome()).as(drill.reason()).isEqualTo(Outcome.GOOD);
        assertThat(drill.version()).isEqualTo("1.0.0");
        assertThat(drill.took()).isPositive();
        assertThat(Evidence.of(drill.evidence()).moves())
                .extracting(Evidence.Moved::direction, Evidence.Moved::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("forward", "1.0.0"),
                        org.assertj.core.groups.Tuple.tuple("back", "2.0.0"));
        assertThat(product.running("staging")).isEqualTo("2.0.0");
        assertThat(product.running("production")).isEqualTo("2.0.0");
        assertThat(flows.bean(Environments.class).occupancy(STAGING, product.component()))
                .map(now -> now.release())
                .isEqualTo(there.map(before -> before.release()));
        assertThat(journal(id.value()))
                .extracting(Entry::act)
                .contains(
                        "release.opened", "environment.claimed", "drill.begun", "drill.ended", "environment.released");
        assertThat(flows.bean(ReleaseFacts.class)
                        .of(flows.release(second), flows.bean(Releases.class).candidate(second)))
                .containsEntry(Fact.DAYS_SINCE_DRILL.key(), 0)
                .containsEntry(Fact.FAILURE_RATE.key(), 0);
    }

    @Test
    void failsWhereItIsTooSlowAndTheBoardShowsIt() throws Exception {
        twoReleased();
        var id = begin();
        flows.bean(JdbcClient.class)
                .sql("update drill_drill set threshold_seconds = 0 where release = ?")
                .param(id.value())
                .update();

        flows.go(id);

        flows.expect(id, State.FAILED);
        assertThat(drill(id).outcome()).isEqualTo(Outcome.TOO_SLOW);
        assertThat(flows.release(id).outcome()).startsWith("Going back took ");
        assertThat(product.running("staging")).isEqualTo("2.0.0");
        var rita = inTasklist("rita").browser;
        assertThat(rita.get("/?product=" + product.key()).body())
                .contains("failed: too slow", product.key() + " in staging", "Going back took")
                .doesNotContain(id.value());
        assertThat(rita.get("/drills?product=" + product.key()).body())
                .contains(
                        "failed: too slow",
                        id.value(),
                        "2 moves",
                        product.key() + "/service was at 2.0.0 and is at 2.0.0");
    }

    @Test
    void failsWhereItCannotBeDeployedAndPutsBackWhatWasThere() {
        twoReleased();
        product.artifact("1.0.0", "altered");

        var id = begin();
        flows.go(id);

        flows.expect(id, State.FAILED);
        assertThat(drill(id).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(drill(id).reason()).contains("is not what it was");
        assertThat(product.running("staging")).isEqualTo("2.0.0");
    }

    @Test
    void asksAPersonWhereTheEnvironmentCannotBeLeftAsItWasAndFails() {
        twoReleased();
        product.artifact("2.0.0", "altered");

        var id = begin();
        flows.go(id);

        assertThat(summary(id, "Activity_PutRightByHand")).contains("is not what it was");
        assertThat(flows.waiting(id)).extracting(Waiting::whom).contains("operations");
        product.artifact("2.0.0", "2.0.0");
        flows.complete(id, "Activity_PutRightByHand", "olga", "putRight", "try-again", "reason", "It is there again.");
        flows.expect(id, State.FAILED);
        assertThat(drill(id).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(product.running("staging")).isEqualTo("2.0.0");
    }

    @Test
    void leavesNothingBehindWhereItIsCancelled() {
        twoReleased();
        var id = begin();
        flows.jobsOnly(id);
        flows.bean(dev.slipway.flow.work.Worker.class).workOff();
        flows.jobsOnly(id);
        assertThat(product.running("staging")).isEqualTo("1.0.0");

        cancel(id, "We need staging.");

        flows.expect(id, State.CANCELLED);
        assertThat(drill(id).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(product.running("staging")).isEqualTo("2.0.0");
    }

    @Test
    void waitsForClearanceAsAnyReleaseDoes() {
        twoReleased();
        var freeze = freeze();
        var id = begin();
        flows.go(id);
        assertThat(flows.waiting(id)).extracting(Waiting::reason).anyMatch(reason -> reason.contains("Stocktaking"));
        assertThat(product.running("staging")).isEqualTo("2.0.0");

        flows.as(Actor.person("rita"), () -> flows.bean(Calendar.class).end(freeze, "It is over."));
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
    }

    @Test
    void neverClaimsProductionWhateverItsFlowSays() {
        twoReleased();
        var id = begin();

        assertThatThrownBy(() -> flows.bean(Environments.class).claim(id, new EnvironmentKey("production")))
                .hasMessageContaining("is a drill and may not claim production");
        flows.go(id);
    }

    @Test
    void canBePlannedAndHeldOverHttpByWhoeverMayRollBack() {
        twoReleased();
        var plans = "/api/drills/plans/" + product.key() + "/";
        var json = "application/json";
        var rita = overRest("rita");

        var planned = rita.anywhere(json, "PUT", plans + "staging", "{\"every\":14,\"threshold\":\"PT2M\"}");
        assertDone(planned);
        assertThat(planned.body()).contains("FREQ=DAILY;INTERVAL=14", "PT2M");
        var inUse = rita.anywhere(json, "PUT", plans + "production", "{\"every\":14}");
        assertThat(inUse.statusCode()).isEqualTo(422);
        assertThat(inUse.body()).contains("Users are in production");
        assertThat(overRest("dora")
                        .anywhere(json, "PUT", plans + "staging", "{\"every\":1}")
                        .statusCode())
                .isEqualTo(403);
        var body = "{\"product\":\"" + product.key() + "\",\"environment\":\"staging\"}";
        assertThat(overRest("dora").anywhere(json, "POST", "/api/drills", body).statusCode())
                .isEqualTo(403);

        var held = rita.anywhere(json, "POST", "/api/drills", body);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        var again = rita.anywhere(json, "POST", "/api/drills", body);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("urn:slipway:problem:drill-impossible", "is under way in staging");
        flows.go(new ReleaseId(product.key() + "-1.0.0-drill"));
        assertThat(rita.anywhere(json, "GET", "/api/drills?product=" + product.key(), "")
                        .body())
                .contains("\"outcome\":\"good\"", "\"threshold\":\"PT2M\"");
        assertThat(rita.anywhere(json, "DELETE", plans + "staging", "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void isNoFlowThatAProductCanFollow() {
        var drilling = new TestProduct("d" + product.key(), "rollback-drill", folder, "staging", "production");
        var applying = flows.as(
                Actor.SYSTEM,
                () -> flows.bean(dev.slipway.catalog.Catalog.class).apply(drilling.catalog()));
        drilling.close();

        assertThat(applying.toString()).contains("there is no flow 'rollback-drill'");
    }

    private ReleaseId twoReleased() {
        released("1.0.0");
        return released("2.0.0");
    }

    private long freeze() {
        var entering = flows.as(
                Actor.person("rita"),
                () -> flows.bean(Calendar.class)
                        .add(new EntryDraft(
                                Kind.FREEZE,
                                "Stocktaking",
                                "Because.",
                                product.key(),
                                "",
                                LocalDateTime.now(ZoneOffset.UTC).minusHours(1),
                                LocalDateTime.now(ZoneOffset.UTC).plusHours(9),
                                "UTC",
                                "",
                                Set.of(),
                                false)));
        return ((Entering.Made) entering).entry().number();
    }

    private ReleaseId begin() {
        var holding = flows.as(
                Actor.person("rita"), () -> flows.bean(Drills.class).hold(new ProductKey(product.key()), STAGING));
        assertThat(holding).isInstanceOf(Holding.Held.class);
        return Objects.requireNonNull(((Holding.Held) holding).drill().release());
    }

    private Drill drill(ReleaseId id) {
        return flows.bean(Drills.class).of(id).orElseThrow();
    }
}
