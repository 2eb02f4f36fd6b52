package dev.slipway.flow;

import dev.slipway.Browser;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.Scope;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Somebody who speaks HTTP with the engine, either over its REST interface with a token or as Tasklist does with a session. */
final class Caller {

    static final String REST = "/engine-rest";
    static final String TASKLIST = "/camunda/api/engine/engine/default";

    final Browser browser;
    private final String root;
    private final String[] headers;

    private Caller(Browser browser, String root, String... headers) {
        this.browser = browser;
        this.root = root;
        this.headers = headers;
    }

    /** Comes with a token that is good for everything its owner may. */
    static Caller overRest(ApplicationContext context, int port, String person) {
        var issuing = context.getBean(Acting.class)
                .as(Actor.person(person), () -> context.getBean(Tokens.class).issue(order()));
        return new Caller(new Browser(port), REST, "Authorization", "Bearer " + ((Issuing.Issued) issuing).secret());
    }

    static Caller withToken(int port, String secret) {
        return new Caller(new Browser(port), REST, "Authorization", "Bearer " + secret);
    }

    static TokenOrder order() {
        return new TokenOrder(
                "test",
                Scope.all().stream().map(Scope::value).collect(Collectors.toSet()),
                Set.of(),
                Instant.now().plus(Duration.ofHours(1)));
    }

    /** Signs in and opens Tasklist, which brings the token that every change has to be sent with. */
    static Caller inTasklist(int port, String person, String password) {
        try {
            var browser = new Browser(port);
            browser.signIn(person, password);
            browser.get(TASKLIST + "/task/count");
            return new Caller(
                    browser,
                    TASKLIST,
                    "X-XSRF-TOKEN",
                    browser.cookie("XSRF-TOKEN").orElseThrow());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    HttpResponse<String> put(String path, String json) {
        return send("PUT", path, json);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    HttpResponse<String> send(String method, String path, String json) {
        return sendAs("application/json", method, path, json);
    }

    HttpResponse<String> sendAs(String type, String method, String path, String body) {
        return anywhere(type, method, root + path, body);
    }

    /** Any address, whatever way the caller usually goes. */
    HttpResponse<String> anywhere(String type, String method, String address, String body) {
        try {
            return browser.sendAs(type, method, address, body, headers);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String toString() {
        return root;
    }
}
