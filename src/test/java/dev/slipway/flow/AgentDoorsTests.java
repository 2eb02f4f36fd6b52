package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way in for agents, tried by those who have no business there. */
class AgentDoorsTests extends AgentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void refusesWithReasonsWhatIsNotAnAgentsBusiness() throws Exception {
        var name = "door-" + product.key();
        var mine = Caller.withToken(port, agentToken(name, "deploy"));
        var session = "s1";
        var worker = name + "/" + session + "/1";

        assertThat(post(Caller.withToken(port, "slw_nothing"), "/heartbeat", greeting(name, session, "deploy"))
                        .statusCode())
                .isEqualTo(401);
        assertRefused(
                post(overRest("olga"), "/heartbeat", greeting(name, session, "deploy")),
                "Agents come with a token of a service account");
        assertRefused(
                post(service("ci-" + product.key()), "/external-task/fetchAndLock", fetch(worker, "deploy")),
                "Agents come");
        var foreignTopic = post(mine, "/heartbeat", greeting(name, session, "restore"));
        assertThat(foreignTopic.statusCode()).isEqualTo(422);
        assertThat(foreignTopic.body()).contains("The token is not for restore");
        assertThat(post(mine, "/external-task/fetchAndLock", fetch(worker, "deploy"))
                        .body())
                .contains("No agent of this account is connected");
        assertDone(post(mine, "/heartbeat", greeting(name, session, "deploy")));
        assertRefused(
                post(mine, "/external-task/fetchAndLock", fetch(worker, "restore")), "The token is not for restore");
        assertThat(post(mine, "/external-task/fetchAndLock", fetch(name + "/other/1", "deploy"))
                        .statusCode())
                .isEqualTo(409);

        var thief = Caller.withToken(port, agentToken("thief-" + product.key(), "deploy"));
        var stolen = post(thief, "/heartbeat", greeting(name, "s2", "deploy"));
        assertThat(stolen.statusCode()).isEqualTo(409);
        assertThat(stolen.body()).contains("is connected from here", "Choose another --name");
        assertThat(mine.anywhere("application/json", "GET", "/api/releases", "").statusCode())
                .as("the token is for nothing else")
                .isEqualTo(403);
        assertThat(mine.anywhere(
                                "application/json",
                                "POST",
                                "/engine-rest/external-task/fetchAndLock",
                                fetch(worker, "deploy"))
                        .statusCode())
                .isEqualTo(403);
        var issued = flows.as(
                Actor.person("olga"),
                () -> flows.bean(Tokens.class)
                        .issue(new TokenOrder(
                                "x",
                                Set.of("agent:deploy"),
                                Set.of(),
                                Instant.now().plus(Duration.ofHours(1)))));
        assertThat(((Issuing.Refused) issued).flaws().toString()).contains("Agents work for service accounts");
        assertDone(post(mine, "/goodbye", greeting(name, session, "deploy")));
        assertThat(post(mine, "/heartbeat", greeting(name, session, "deploy")).body())
                .contains("has said goodbye");
    }

    @Test
    void givesAnOrderToOneHandAndHearsNobodyElseAboutIt() throws Exception {
        var name = "hand-" + product.key();
        var mine = Caller.withToken(port, agentToken(name, "deploy"));
        var elsewhere = Caller.withToken(port, agentToken("other-" + product.key(), Set.of("elsewhere"), "deploy"));
        flows.apply(product.near("staging", "zone=" + product.key()));
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        assertDone(post(mine, "/heartbeat", greeting(name, "s1", "deploy")));
        assertDone(post(elsewhere, "/heartbeat", greeting("other-" + product.key(), "s1", "deploy")));

        assertThat(post(elsewhere, "/external-task/fetchAndLock", fetch("other-" + product.key() + "/s1/1", "deploy"))
                        .body())
                .as("its token is bound to another product")
                .isEqualTo("[]");
        var task = JSON.readTree(post(mine, "/external-task/fetchAndLock", fetch(name + "/s1/1", "deploy"))
                        .body())
                .get(0);
        var order = "/orders/" + task.get("id").asText();
        var external = "/external-task/" + task.get("id").asText();
        assertThat(instructions(task).get("version").asText()).isEqualTo("1.0.0");
        assertThat(instructions(task).get("fresh").asBoolean()).isTrue();
        assertThat(post(mine, "/external-task/fetchAndLock", fetch(name + "/s1/2", "deploy"))
                        .body())
                .isEqualTo("[]");

        var other = "{\"workerId\": \"" + name + "/s1/2\", \"newDuration\": 5000}";
        assertThat(post(mine, external + "/complete", other).statusCode()).isEqualTo(400);
        assertThat(post(mine, external + "/extendLock", other).body()).contains("is not locked by", "has taken it");
        assertThat(post(elsewhere, external + "/complete", own(name)).statusCode())
                .isEqualTo(404);
        assertThat(post(mine, "/external-task/999999/complete", own(name)).body())
                .contains("There is no order 999999", "\"message\"");
        assertThat(mine.anywhere("text/plain", "GET", "/api/agents" + order + "/artifact?worker=" + name + "/s1/2", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(mine.anywhere("text/plain", "GET", "/api/agents" + order + "/artifact?worker=" + name + "/s1/1", "")
                        .body())
                .isEqualTo("1.0.0");
        var flood = mine.anywhere(
                "text/plain", "POST", "/api/agents" + order + "/log?worker=" + name + "/s1/1", "x".repeat(70_000));
        assertThat(flood.statusCode()).isEqualTo(413);
        assertThat(flood.body()).contains("at most 64 KiB");

        assertDone(post(mine, external + "/extendLock", own(name)));
        assertDone(post(
                mine,
                external + "/bpmnError",
                "{\"workerId\": \"" + name
                        + "/s1/1\", \"errorCode\": \"x\", \"errorMessage\": \"the disk is full, password=hunter22\"}"));
        assertThat(post(mine, external + "/complete", own(name)).body()).contains("it is failed");
        flows.go(id);
        assertThat(flows.explain(id)).contains("the disk is full").doesNotContain("hunter22");
        assertDone(post(mine, "/goodbye", greeting(name, "s1", "deploy")));
        assertDone(post(elsewhere, "/goodbye", greeting("other-" + product.key(), "s1", "deploy")));
    }

    @Test
    void whatNoAgentHasBegunIsNotBegunAnyMoreOnceTheReleaseIsCalledOff() throws Exception {
        var name = "late-" + product.key();
        var mine = Caller.withToken(port, agentToken(name, "deploy", "restore"));
        flows.apply(product.near("staging", name));
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        cancel(id, "Not this week.");
        flows.go(id);
        assertThat(isWaiting(id, "no agent with topic restore is connected"))
                .as("whether anything is there only an agent can tell")
                .isTrue();
        assertDone(post(mine, "/heartbeat", greeting(name, "s1", "deploy\", \"restore")));
        assertThat(post(mine, "/external-task/fetchAndLock", fetch(name + "/s1/1", "deploy"))
                        .body())
                .isEqualTo("[]");
        var back = JSON.readTree(post(mine, "/external-task/fetchAndLock", fetch(name + "/s1/1", "restore"))
                        .body())
                .get(0);
        assertThat(instructions(back).get("operation").asText()).isEqualTo("remove");
        assertDone(post(mine, "/external-task/" + back.get("id").asText() + "/complete", own(name)));
        flows.go(id);

        assertThat(flows.release(id).state().ended())
                .as(() -> flows.explain(id))
                .isTrue();
        assertThat(product.instances("staging")).isEmpty();
        assertDone(post(mine, "/goodbye", greeting(name, "s1", "deploy")));
    }

    private HttpResponse<String> post(Caller caller, String path, String json) {
        return caller.anywhere("application/json", "POST", "/api/agents" + path, json);
    }

    private String greeting(String name, String session, String topic) {
        return """
                {"name": "%s", "session": "%s", "topics": ["%s"], "labels": {"zone": "%s"}, "host": "here", "version": "1"}""".formatted(name, session, topic, product.key());
    }

    private static String fetch(String worker, String topic) {
        return """
                {"workerId": "%s", "maxTasks": 5, "usePriority": true, "topics": [{"topicName": "%s", "lockDuration": 20000}]}""".formatted(worker, topic);
    }

    private static String own(String name) {
        return "{\"workerId\": \"" + name + "/s1/1\", \"newDuration\": 5000}";
    }

    private static JsonNode instructions(JsonNode task) throws Exception {
        return JSON.readTree(task.get("variables").get("order").get("value").asText());
    }
}
