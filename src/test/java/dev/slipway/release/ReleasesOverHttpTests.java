package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.SlipwayTest;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a CI job does, against the whole application. */
@SlipwayTest
class ReleasesOverHttpTests {

    private static final String PERSON = "http-ada";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Releases releases;

    @Autowired
    Catalog catalog;

    @Autowired
    Tokens tokens;

    @Autowired
    Acting acting;

    @Autowired
    Journal journal;

    @Autowired
    IdentityService identities;

    @TempDir
    Path folder;

    private String token = "";

    @BeforeEach
    void describesAProductAndItsUser() throws Exception {
        try (var git = Git.init().setDirectory(folder.resolve("shop").toFile()).call()) {
            git.commit()
                    .setMessage("feat: sell things (SHOP-1)")
                    .setAuthor("Zoe", "zoe@example.org")
                    .setCommitter("Zoe", "zoe@example.org")
                    .setSign(false)
                    .call();
            git.tag().setName("v1").setSigned(false).call();
        }
        Files.writeString(folder.resolve("shop.jar"), "bytes");
        identities.deleteUser(PERSON);
        identities.saveUser(identities.newUser(PERSON));
        identities.createMembership(PERSON, "camunda-admin");
        var applied =
                acting.as(Actor.SYSTEM, () -> catalog.apply(List.of(new SourceDocument("shop.yaml", catalogue()))));
        assertThat(applied).isInstanceOf(Applying.Applied.class);
        var issued = acting.as(
                Actor.person(PERSON),
                () -> tokens.issue(new TokenOrder(
                        "ci",
                        Set.of("read", "open-release", "hold-release", "cancel-release"),
                        Set.of(),
                        Instant.now().plus(Duration.ofHours(1)))));
        token = ((Issuing.Issued) issued).secret();
    }

    @Test
    void opensOnceWaitsAndHearsTheVerdict() throws Exception {
        var opened = send(post("/api/releases", plan("1.0.0", digest())).header("Idempotency-Key", "run-1"));
        var again = send(post("/api/releases", plan("1.0.0", digest())).header("Idempotency-Key", "run-1"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).contains("/api/releases/http-shop-1.0.0");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);

        var verdict = "/api/releases/http-shop-1.0.0/verdict?wait=";
        assertThat(send(request(verdict + "0s").GET()).statusCode()).isEqualTo(202);
        var waiting = http.sendAsync(request(verdict + "55s").GET().build(), BodyHandlers.ofString());
        releases.conclude(new ReleaseId("http-shop-1.0.0"), State.RELEASED, "answers in production");

        assertThat(waiting.get().statusCode()).as(waiting.get().body()).isEqualTo(200);
        assertThat(json(waiting.get()).get("outcome").asText()).isEqualTo("answers in production");
        assertThat(journal.read("http-shop-1.0.0", 0, 10))
                .extracting(Entry::act)
                .startsWith("release.opened")
                .containsSubsequence("release.candidate-made", "release.concluded");
    }

    @Test
    void failsTheJobWhoseReleaseEndsOtherwise() throws Exception {
        send(post("/api/releases", plan("1.1.0", digest())));
        var held = send(post("/api/releases/http-shop-1.1.0/hold", "{\"reason\": \"audit\"}"));
        releases.conclude(new ReleaseId("http-shop-1.1.0"), State.FAILED, "did not start");

        var verdict =
                send(request("/api/releases/http-shop-1.1.0/verdict?wait=5s").GET());

        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        assertThat(verdict.statusCode()).isEqualTo(409);
        assertThat(verdict.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(verdict).get("outcome").asText()).isEqualTo("did not start");
    }

    @Test
    void leavesNothingBehindOfWhatIsWrong() throws Exception {
        var wrong = send(post("/api/releases", plan("1.2.0", "0".repeat(64)).replace("\"v1\"", "\"v9\"")));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).findValuesAsText("field")).containsExactlyInAnyOrder("revision", "artifacts[0].digest");
        assertThat(releases.find(new ReleaseId("http-shop-1.2.0"))).isEmpty();
        assertThat(json(send(request("/api/environments").GET())).findValuesAsText("component"))
                .contains("http-shop/service");
        assertThat(json(send(request("/api/nothing").GET())).get("type").asText())
                .isEqualTo("urn:slipway:problem:not-found");
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    private String plan(String version, String digest) {
        return """
                {"product": "http-shop", "version": "%s", "revision": "v1",
                 "artifacts": [{"component": "service", "location": "%s", "digest": "%s"}]}""".formatted(version, folder.resolve("shop.jar").toUri(), digest);
    }

    private String digest() throws Exception {
        var bytes = Files.readAllBytes(folder.resolve("shop.jar"));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String catalogue() {
        return """
                apiVersion: slipway/v1
                kind: Environment
                key: http-staging
                name: Staging
                stage: 1
                ---
                apiVersion: slipway/v1
                kind: Environment
                key: http-production
                name: Production
                stage: 2
                production: true
                ---
                apiVersion: slipway/v1
                kind: Product
                key: http-shop
                name: Shop
                description: Sells things.
                flow: devops-release
                owner: team-shop
                repository: %s
                criticality: low
                components:
                  - name: service
                    description: Answers over HTTP.
                environments: [http-staging, http-production]
                """.formatted(folder.resolve("shop"));
    }
}
