package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.deployment.WorkLog;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.Scope;
import dev.slipway.identity.ServiceAccounts;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Whole-application tests in which agents do the work near targets. */
abstract class AgentTest extends RefusalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A token of a service account for agents of these topics. */
    String agentToken(String account, String... topics) {
        return agentToken(account, Set.of(), topics);
    }

    String agentToken(String account, Set<String> products, String... topics) {
        var scopes =
                Arrays.stream(topics).map(topic -> Scope.agent(topic).value()).collect(Collectors.toSet());
        return flows.as(Actor.person("admin"), () -> {
            flows.bean(ServiceAccounts.class).register(account, new GroupId("operations"));
            var order = new TokenOrder("agent", scopes, products, Instant.now().plus(Duration.ofHours(1)));
            return ((Issuing.Issued) flows.bean(Tokens.class).issueTo(account, order)).secret();
        });
    }

    /** Lets Slipway and its agents work until that is so. */
    void goUntil(ReleaseId id, BooleanSupplier wanted, RemoteAgent agent) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        flows.go(id);
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> flows.explain(id) + "\n" + agent.said())
                    .isLessThan(until);
            Thread.sleep(50);
            flows.go(id);
        }
    }

    boolean isWaiting(ReleaseId id, String reason) {
        return flows.waiting(id).stream().anyMatch(waiting -> waiting.reason().contains(reason));
    }

    String log(ReleaseId id) {
        var log = flows.bean(WorkLog.class);
        return log.visits(id).stream()
                .flatMap(visit -> log.read(visit.visit(), 0).stream())
                .map(WorkLog.Chunk::text)
                .collect(Collectors.joining());
    }

    static String fact(Entry entry, String name) {
        try {
            return new ObjectMapper().readTree(entry.payload()).findValue(name).asText();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String token(String name) {
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

    RemoteAgent start(String name) throws Exception {
        return RemoteAgent.start(
                port, token(name), name, "zone=" + product.key() + ",tier=edge", folder.resolve("agent"));
    }
}
