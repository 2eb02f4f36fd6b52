package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** What an agent says to Slipway beside the protocol of external tasks. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DOWNLOAD = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AgentOptions options;

    Wire(AgentOptions options) {
        this.options = options;
    }

    /** @throws Refusal where Slipway says no */
    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.writeValueAsBytes(body));
    }

    /** Says something about an order that this hand has. */
    void tell(String order, String what, String worker, String text) throws IOException, InterruptedException {
        post(
                "/orders/" + order + "/" + what + "?worker=" + encoded(worker),
                "text/plain;charset=UTF-8",
                text.getBytes(StandardCharsets.UTF_8));
    }

    void download(String order, String worker, Path file) throws IOException, InterruptedException {
        var request = request("/orders/" + order + "/artifact?worker=" + encoded(worker))
                .timeout(DOWNLOAD)
                .GET()
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != OK) {
            throw new IOException("Slipway answers " + answer.statusCode() + " instead of the artifact");
        }
    }

    private JsonNode post(String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", type)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= BROKEN) {
            throw new IOException("Slipway answers " + answer.statusCode());
        }
        if (answer.statusCode() >= REFUSED) {
            throw new Refusal(answer.statusCode(), reason(answer.body()));
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(options.door() + path))
                .header("Authorization", "Bearer " + options.token());
    }

    private static String reason(String body) {
        try {
            return JSON.readTree(body).path("detail").asText(body);
        } catch (IOException noProblem) {
            return body;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
