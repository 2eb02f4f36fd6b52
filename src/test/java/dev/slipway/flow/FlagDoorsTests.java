package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openfeature.contrib.providers.flagd.Config;
import dev.openfeature.contrib.providers.flagd.FlagdOptions;
import dev.openfeature.contrib.providers.flagd.FlagdProvider;
import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueuePayload;
import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueuePayloadType;
import dev.openfeature.contrib.providers.flagd.resolver.process.storage.connector.QueueSource;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.MutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.slipway.Browser;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.Scope;
import dev.slipway.identity.ServiceAccounts;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Flags as people change them over HTTP, and as an application with the OpenFeature SDK sees them. */
class FlagDoorsTests extends RefusalTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeOpenFeature() {
        OpenFeatureAPI.getInstance().shutdown();
    }

    @Test
    void anApplicationShowsTheFeatureToTheAudienceFirstAndThenToAGrowingShare() throws Exception {
        flows.apply(product);
        var rita = overRest("rita");
        assertDone(put(rita, flag(), "{\"description\": \"The new checkout\", \"endsOn\": \"2036-01-01\"}"));
        assertDone(
                put(
                        rita,
                        "/api/audiences/" + product.key() + "/pilots",
                        "{\"description\": \"Pilots\", \"conditions\": [\"email ends-with @pilot.example\", \"country is NZ\"]}"));
        var application = new Application(reader());
        var client = application.connect();

        assertThat(sees(client, "ada", "ada@pilot.example")).isFalse();
        assertDone(show(rita, "{\"share\": 0, \"audience\": \"pilots\"}"));
        application.poll();
        assertThat(eventually(client, "ada", "ada@pilot.example", true)).isTrue();
        assertThat(sees(client, "bob", "bob@example.org")).isFalse();
        assertThat(client.getBooleanValue(key(), false, new MutableContext("cleo").add("country", "NZ")))
                .isTrue();

        assertDone(show(rita, "{\"share\": 30, \"audience\": \"pilots\"}"));
        application.poll();
        var some = crowd(client, 30);
        assertThat(some.size()).isBetween(200, 400);
        assertDone(show(rita, "{\"share\": 60, \"audience\": \"pilots\"}"));
        application.poll();
        var more = crowd(client, 60);
        assertThat(more.size()).isBetween(500, 700);
        assertThat(more).as("whoever sees it goes on seeing it").containsAll(some);

        assertDone(show(rita, "{\"on\": false, \"share\": 60, \"audience\": \"pilots\"}"));
        application.poll();
        assertThat(eventually(client, "ada", "ada@pilot.example", false)).isFalse();
        assertThat(application.unchanged()).as("304 where nothing has changed").isTrue();
    }

    @Test
    void everyDoorSaysWhoMayNotAndWhatIsWrong() throws Exception {
        flows.apply(product);
        var rita = overRest("rita");
        assertDone(put(rita, flag(), "{\"description\": \"The new checkout\"}"));

        assertRefused(put(overRest("quinn"), flag(), "{\"description\": \"x\"}"), "That takes manage-flags");
        assertRefused(show(overRest("quinn"), "{\"share\": 1}"), "That takes manage-flags");
        assertRefused(ask(overRest("quinn"), "DELETE", flag() + "?reason=x"), "That takes manage-flags");
        var flawed = show(rita, "{\"share\": 101, \"audience\": \"nobody\"}");
        assertThat(flawed.statusCode()).isEqualTo(422);
        assertThat(flawed.body()).contains("\"field\":\"share\"", "\"field\":\"audience\"");
        assertThat(ask(rita, "GET", "/api/flags/" + product.key() + "/unheard-of")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page(
                        "quinn",
                        "/flags/" + product.key() + "/new-checkout/exposure",
                        "environment=production&share=5&on=true"))
                .contains("That takes manage-flags");
        assertThat(page(
                        "rita",
                        "/flags/" + product.key() + "/new-checkout/exposure",
                        "environment=production&share=5&on=true"))
                .contains("5 % of all");

        var secret = reader();
        assertThat(read(secret, "production", "").statusCode()).isEqualTo(200);
        assertThat(read(secret, "moon", "").statusCode()).isEqualTo(404);
        assertThat(ask(Caller.withToken(port, secret), "GET", "/api/flags").statusCode())
                .isEqualTo(403);
        assertThat(ask(Caller.withToken(port, secret), "GET", "/api/releases").statusCode())
                .isEqualTo(403);
        assertThat(show(Caller.withToken(port, secret), "{\"share\": 1}").statusCode())
                .isEqualTo(403);
        assertThat(read("slw_nothing", "production", "").statusCode()).isEqualTo(401);
        assertThat(read(token("flags-elsewhere-" + product.key(), Set.of("elsewhere")), "production", "")
                        .body())
                .as("a token that is bound to another product")
                .doesNotContain("new-checkout");
    }

    private String flag() {
        return "/api/flags/" + product.key() + "/new-checkout";
    }

    private String key() {
        return product.key() + ".new-checkout";
    }

    private HttpResponse<String> show(Caller caller, String json) {
        return put(caller, flag() + "/environments/production", json);
    }

    private static HttpResponse<String> put(Caller caller, String path, String json) {
        return caller.anywhere("application/json", "PUT", path, json);
    }

    private static HttpResponse<String> ask(Caller caller, String method, String path) {
        return caller.anywhere("application/json", method, path, "");
    }

    private String page(String person, String path, String form) throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.signIn(person, "secret-" + person);
        var answer = browser.send("POST", path, form + "&_csrf=" + browser.csrf("/flags"));
        return answer.statusCode() == 302 ? browser.get("/flags").body() : answer.body();
    }

    private boolean sees(Client client, String who, String email) {
        return client.getBooleanValue(key(), false, new MutableContext(who).add("email", email));
    }

    /** The provider takes new flags in on a thread of its own. */
    private boolean eventually(Client client, String who, String email, boolean wanted) throws InterruptedException {
        for (var attempt = 0; attempt < 100 && sees(client, who, email) != wanted; attempt++) {
            Thread.sleep(50);
        }
        return sees(client, who, email);
    }

    private Set<Integer> crowd(Client client, int share) throws InterruptedException {
        var seeing = Set.<Integer>of();
        for (var attempt = 0; attempt < 100 && Math.abs(seeing.size() - share * 10) > 100; attempt++) {
            Thread.sleep(50);
            seeing = IntStream.range(0, 1000)
                    .filter(number -> sees(client, "person-" + number, "x@example.org"))
                    .boxed()
                    .collect(Collectors.toSet());
        }
        return seeing;
    }

    private String reader() {
        return token("flags-" + product.key(), Set.of());
    }

    private String token(String account, Set<String> products) {
        return flows.as(Actor.person("admin"), () -> {
            flows.bean(ServiceAccounts.class).register(account, new GroupId("operations"));
            var order = new TokenOrder(
                    "flags",
                    Set.of(Scope.FLAGS.value()),
                    products,
                    Instant.now().plus(Duration.ofHours(1)));
            return ((Issuing.Issued) flows.bean(Tokens.class).issueTo(account, order)).secret();
        });
    }

    private HttpResponse<String> read(String secret, String environment, String tag)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/flags/" + environment + ".json"))
                .header("Authorization", "Bearer " + secret);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Reads flags over HTTP as an application does, and resolves them in its own process. */
    private final class Application implements QueueSource {

        private final BlockingQueue<QueuePayload> queue = new LinkedBlockingQueue<>();
        private final String secret;
        private String tag = "";

        Application(String secret) {
            this.secret = secret;
        }

        Client connect() throws Exception {
            var options = FlagdOptions.builder()
                    .resolverType(Config.Resolver.IN_PROCESS)
                    .customConnector(this)
                    .build();
            OpenFeatureAPI.getInstance().setProviderAndWait(key(), new FlagdProvider(options));
            return OpenFeatureAPI.getInstance().getClient(key());
        }

        void poll() throws Exception {
            var answer = read(secret, "production", tag);
            if (answer.statusCode() == 200) {
                tag = answer.headers().firstValue("ETag").orElseThrow();
                assertThat(new ObjectMapper().readValue(answer.body(), Map.class))
                        .containsKey("flags");
                queue.add(new QueuePayload(QueuePayloadType.DATA, answer.body()));
            }
        }

        boolean unchanged() throws Exception {
            return read(secret, "production", tag).statusCode() == 304;
        }

        @Override
        public void init() throws Exception {
            poll();
        }

        @Override
        public BlockingQueue<QueuePayload> getStreamQueue() {
            return queue;
        }

        @Override
        public void shutdown() {
            queue.clear();
        }
    }
}
