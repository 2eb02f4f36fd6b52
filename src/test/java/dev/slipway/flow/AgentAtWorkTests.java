package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Browser;
import dev.slipway.agent.Agent;
import dev.slipway.agent.Agents;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.WorkLog;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.environment.Observation;
import dev.slipway.environment.Probing;
import dev.slipway.flow.work.Visits;
import dev.slipway.flow.work.WorkStep;
import dev.slipway.journal.Entry;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real agent in a process of its own. {@code -Dagent.rounds} says how often it is killed, {@code -Dagent.seed} repeats the same moments. */
@DisabledOnOs(OS.WINDOWS)
class AgentAtWorkTests extends AgentTest {

    private static final int ROUNDS = Integer.getInteger("agent.rounds", 2);
    private static final long SEED = Long.getLong("agent.seed", System.currentTimeMillis());

    @Test
    void doesTheWorkOfATargetThatOnlyItCanReachAndIsAwaitedUntilItComes() throws Exception {
        var name = "north-" + product.key();
        flows.apply(product.near("staging", "zone=" + product.key()));
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        assertThat(flows.waiting(id))
                .extracting(Waiting::reason)
                .anyMatch(reason -> reason.endsWith(
                        ": no agent with topic deploy is connected that is meant by zone=" + product.key()));
        assertThat(product.running("staging")).isEmpty();
        anotherServerTakesOver(id);
        try (var agent = start(name)) {
            goUntil(id, () -> !product.running("production").isEmpty(), agent);
            flows.letTheWatchPass(id);
            flows.expect(id, State.RELEASED);

            assertThat(journal(id.value(), "agent.order-taken"))
                    .extracting(entry -> fact(entry, "topic") + " by " + fact(entry, "agent"))
                    .containsExactly("deploy by " + name, "smoke-check by " + name);
            assertThat(journal(id.value()))
                    .extracting(Entry::act)
                    .containsSubsequence(
                            "deployment.intended", "agent.order-taken", "agent.order-reported", "deployment.done");
            assertThat(log(id)).contains("install 1.0.0 on 100% of " + product.key() + "/service", "answers as 1.0.0");

            assertThat(asked().finding()).isEqualTo(Observation.Finding.AGREES);
            product.replaceBehindSlipwaysBack("staging", "0.9.9");
            assertThat(asked().actual()).isEqualTo("0.9.9");
            assertThat(journal(id.value(), "environment.drifted")).hasSize(1);
            assertThat(journal(id.value(), "agent.order-taken"))
                    .as("questions are in no journal")
                    .hasSize(2);

            assertThat(page("quinn", "/agents/" + name + "/drain")).contains("may not drain agents", name, "here");
            assertDone(overRest("admin").anywhere("application/json", "POST", "/api/agents/" + name + "/drain", ""));
            assertThat(agent.end()).as(agent::said).isZero();
        }
        assertThat(agents(name).state()).isEqualTo(Agent.State.GONE);
        flows.bean(JdbcClient.class)
                .sql("update agent_agent set last_seen_at = last_seen_at - interval '2' day where name = ?")
                .param(name)
                .update();
        assertThat(inTasklist("rita").browser.get("/agents").body().split("<details class=\"sheet\"", 2)[1])
                .contains("of which nothing is heard any more", name);
        assertThat(journal("agents").stream().filter(entry -> entry.payload().contains(name)))
                .extracting(Entry::act)
                .containsExactly("agent.connected", "agent.drained", "agent.left");
    }

    private Observation asked() {
        return flows.bean(Probing.class)
                .ask(new EnvironmentKey("staging"), product.component())
                .orElseThrow();
    }

    @Test
    void putsBackWhatItHasPutThereWhenTheSmokeCheckFails() throws Exception {
        var name = "back-" + product.key();
        product.fallsIll("staging");
        flows.apply(product.near("staging", name));
        var id = flows.open(product.version("1.0.0"));
        try (var agent = start(name)) {
            goUntil(
                    id,
                    () -> flows.release(id).state().ended() || !flows.tasks(id).isEmpty(),
                    agent);

            assertThat(journal(id.value(), "agent.order-taken"))
                    .as(() -> flows.explain(id))
                    .extracting(entry -> fact(entry, "topic"))
                    .containsExactly("deploy", "smoke-check", "restore");
            assertThat(product.running("staging")).isEmpty();
            assertThat(log(id)).contains("/health says 503");
        }
    }

    @Test
    void finishesWhatItHasInHandWhenItIsAskedToLeave() throws Exception {
        var name = "calm-" + product.key();
        flows.apply(product.near("staging", name).slow("1"));
        var id = flows.open(product.version("1.0.0"));
        try (var agent = start(name)) {
            goUntil(id, () -> !journal(id.value(), "agent.order-taken").isEmpty(), agent);
            agent.terminate();
            agent.end();

            assertThat(product.running("staging")).isEqualTo("1.0.0");
            assertThat(agents(name).state()).isEqualTo(Agent.State.GONE);
            assertThat(journal(id.value(), "agent.order-reported")).hasSize(1);
            goUntil(id, () -> isWaiting(id, "no agent with topic smoke-check is connected"), agent);
            try (var next = agent.again(token(name))) {
                goUntil(id, () -> !product.running("production").isEmpty(), next);
            }
        }
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
    }

    @Test
    void makesNoMoveTwiceHoweverItIsKilled() throws Exception {
        var name = "mortal-" + product.key();
        var random = new Random(SEED);
        flows.apply(product.near("staging", name).slow("0.5"));
        var agent = start(name);
        try {
            for (var round = 1; round <= ROUNDS; round++) {
                var pause = random.nextInt(2500);
                System.out.printf("round %d of seed %d: killed after %d ms%n", round, SEED, pause);
                var id = flows.open(product.version("1.0." + round));
                goFor(id, pause);
                agent.kill();
                agent = agent.again(token(name));
                var present = agent;
                goUntil(id, () -> isInProduction(id), present);
                flows.letTheWatchPass(id);
                flows.expect(id, State.RELEASED);
                assertThat(product.running("staging")).isEqualTo("1.0." + round);
            }
        } finally {
            agent.close();
        }
        var begun = visits("begin");
        assertThat(begun).hasSize(ROUNDS).doesNotHaveDuplicates();
        assertThat(visits("end")).isEqualTo(begun);
    }

    /** The lock of the server that placed an order runs out. Another one takes the step up, waits for the same order, and dies in turn. */
    private void anotherServerTakesOver(ReleaseId id) {
        var engine = flows.engine.getExternalTaskService();
        var left = engine.createExternalTaskQuery().topicName("deploy").list().stream()
                .filter(task -> id.value().equals(task.getBusinessKey()))
                .findFirst()
                .orElseThrow();
        engine.unlock(left.getId());
        var taken = engine.fetchAndLock(1, "another")
                .topic("deploy", 60_000)
                .businessKey(id.value())
                .execute()
                .get(0);
        assertThatThrownBy(() -> context.getBean("deploy", WorkStep.class)
                        .work(Visits.of(taken, flows.bean(WorkLog.class)), taken.getVariables()))
                .isInstanceOf(NotYet.class);
        engine.unlock(taken.getId());
    }

    private void goFor(ReleaseId id, int millis) throws InterruptedException {
        var until = System.nanoTime() + millis * 1_000_000L;
        do {
            flows.go(id);
            Thread.sleep(50);
        } while (System.nanoTime() < until);
    }

    /** With many commits the release becomes risky, and operations is asked. */
    private boolean isInProduction(ReleaseId id) {
        if (flows.tasks(id).stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals("Activity_Decide"))) {
            flows.vote(id, "olga", "approve");
        }
        return product.running("production").equals(flows.release(id).version());
    }

    private List<String> visits(String what) throws Exception {
        return product.ledger("staging").stream()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private Agent agents(String name) {
        return flows.bean(Agents.class).find(name).orElseThrow();
    }

    private String page(String person, String path) throws Exception {
        var browser = new Browser(port);
        browser.signIn(person, "secret-" + person);
        browser.send("POST", path, "_csrf=" + browser.csrf("/agents"));
        return browser.get("/agents").body();
    }
}
