package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Browser;
import dev.slipway.agent.Agent;
import dev.slipway.agent.Agents;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.WorkLog;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.environment.Observation;
import dev.slipway.environment.Probing;
import dev.slipway.flow.work.Visits;
import dev.slipway.flow.work.WorkStep;
import dev.slipway.journal.Entry;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A real agent in a process of its own. {@code -Dagent.rounds} says how often it is killed, {@code -Dagent.seed} repeats the same moments. */
@DisabledOnOs(OS.WINDOWS)
class AgentAtWorkTests extends AgentTest {

    private static final int ROUNDS = Integer.getInteger("agent.rounds", 2);
    private static final String PASSWORD = "open sesame & more";
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final Path BESIDE =
            Path.of("src/test/resources/deployment/beside.sh").toAbsolutePath();
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
        assertThat(journal("agents").stream().filter(entry -> entry.payload().contains(name)))
                .extracting(Entry::act)
                .containsExactly("agent.connected", "agent.drained", "agent.left");
    }

    @Test
    void movesUsersToAVersionBesideAnotherAndKeepsNoSecret() throws Exception {
        var name = "edge-" + product.key();
        var halves = List.of(
                new Delivery.Stage(50, Duration.ofMillis(300)), new Delivery.Stage(100, Duration.ofMillis(300)));
        var server = new VersionsApart();
        flows.apply(product.delivered(new Delivery("canary", halves)).on("production", besideAnother(name, server)));
        giveThePassword();
        var place = Files.createDirectories(folder.resolve("edge"));
        Files.writeString(place.resolve("1.0.0"), "100");
        flows.bean(Deployments.class)
                .adopt(new ReleaseId(product.key() + "-old"), PRODUCTION, "1.0.0", product.artifact("1.0.0", "1.0.0"));
        try (server;
                var agent = start(name)) {
            var id = flows.open(product.version("2.0.0"));
            goUntil(id, () -> reported(id, "remove-old"), agent);

            assertThat(Files.readAllLines(Path.of(place + ".ledger")))
                    .filteredOn(line -> !line.startsWith("probe"))
                    .containsExactly("install 2.0.0 100", "shift 2.0.0 50", "shift 2.0.0 100", "remove 2.0.0 ");
            assertThat(journal(id.value(), "agent.order-taken"))
                    .extracting(entry -> fact(entry, "topic"))
                    .startsWith(
                            "install-beside",
                            "smoke-check",
                            "shift-traffic",
                            "watch",
                            "shift-traffic",
                            "watch",
                            "remove-old");
            assertThat(log(id))
                    .contains("the password is ****, and the file says ****", "50 % to 2.0.0 by ****")
                    .contains("answers as 2.0.0", "watched to the end")
                    .doesNotContain(PASSWORD);
            agent.kill();
            assertThat(agent.said()).contains("remove-old").doesNotContain(PASSWORD);
        }
        try (var left = Files.walk(folder.resolve("agent"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSWORD));
        }
    }

    /** Its agent asks for the next order only when it has tidied up. */
    private boolean reported(ReleaseId id, String topic) {
        return journal(id.value(), "agent.order-taken").stream()
                        .map(entry -> fact(entry, "topic"))
                        .dropWhile(taken -> !taken.equals(topic))
                        .count()
                > 1;
    }

    private Observation asked() {
        return flows.bean(Probing.class)
                .ask(new EnvironmentKey("staging"), product.component())
                .orElseThrow();
    }

    private String besideAnother(String agent, VersionsApart server) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: production
                component: %s/service
                adapter: command
                agent: %s
                url: %s
                settings:
                  install: sh %s install
                  shift: sh %s shift
                  remove: sh %s remove
                  probe: sh %s probe
                  apart: %s/apart/{version}
                  variable.PLACE: %s
                """.formatted(
                        product.key(),
                        agent,
                        server.url(),
                        BESIDE,
                        BESIDE,
                        BESIDE,
                        BESIDE,
                        server.url(),
                        folder.resolve("edge"));
    }

    private void giveThePassword() {
        var admin = overRest("admin");
        var context = "/api/contexts/" + product.key() + "-edge";
        assertDone(admin.anywhere("application/json", "PUT", context, """
                {"attach": [{"product": "%s", "environment": "production"}], "secrets": ["DB_PASSWORD", "FILE"],
                 "files": [{"path": "etc/password", "secret": "FILE"}]}""".formatted(product.key())));
        for (var secret : List.of("DB_PASSWORD", "FILE")) {
            assertDone(admin.anywhere(
                    "application/json", "PUT", context + "/secrets/" + secret, "{\"value\": \"" + PASSWORD + "\"}"));
        }
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

    private static String fact(Entry entry, String name) {
        try {
            return new ObjectMapper().readTree(entry.payload()).findValue(name).asText();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private RemoteAgent start(String name) throws Exception {
        return RemoteAgent.start(
                port, token(name), name, "zone=" + product.key() + ",tier=edge", folder.resolve("agent"));
    }

    private String token(String name) {
        return agentToken(
                name,
                "deploy",
                "install-beside",
                "shift-traffic",
                "remove-old",
                "restore",
                "smoke-check",
                "watch",
                "probe");
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

    private String log(ReleaseId id) {
        var log = flows.bean(WorkLog.class);
        return log.visits(id).stream()
                .flatMap(visit -> log.read(visit.visit(), 0).stream())
                .map(WorkLog.Chunk::text)
                .collect(Collectors.joining());
    }

    private String page(String person, String path) throws Exception {
        var browser = new Browser(port);
        browser.signIn(person, "secret-" + person);
        browser.send("POST", path, "_csrf=" + browser.csrf("/agents"));
        return browser.get("/agents").body();
    }
}
