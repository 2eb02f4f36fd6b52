package dev.slipway.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Talks to Slipway over HTTP: as a person in a session, or with a token. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Map<String, String> headers = new TreeMap<>();

    Client(URI address) {
        this.address = address;
    }

    Client(URI address, String token) {
        this(address);
        headers.put("Authorization", "Bearer " + token);
    }

    void signIn(String person, String password) throws IOException, InterruptedException {
        var form = "username=" + encoded(person) + "&password=" + encoded(password) + "&_csrf="
                + encoded(forgeryToken("/login"));
        send("POST", "/login", "application/x-www-form-urlencoded", form);
        headers.put("X-CSRF-TOKEN", forgeryToken("/tokens"));
    }

    private String forgeryToken(String page) throws IOException, InterruptedException {
        var answer = get(page);
        var found = FORGERY_TOKEN.matcher(answer.body);
        if (!found.find()) {
            throw new IllegalStateException(page + " answers " + answer);
        }
        return found.group(1);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    Answer post(String path, Object json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", JSON.writeValueAsString(json));
    }

    Answer put(String path, Object json) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", JSON.writeValueAsString(json));
    }

    Answer post(String path, String key, Object json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(json))));
    }

    Answer send(String method, String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        var response = http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    record Answer(int status, String body) {

        boolean isAcknowledged() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        Answer expectAcknowledged() {
            if (!isAcknowledged()) {
                throw new IllegalStateException(toString());
            }
            return this;
        }
    }
}
