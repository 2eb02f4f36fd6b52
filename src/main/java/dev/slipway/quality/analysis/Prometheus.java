package dev.slipway.quality.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.quality.analysis.Answer.Point;
import dev.slipway.quality.analysis.Answer.Series;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a Prometheus over its HTTP interface. Whatever goes wrong is an answer that says so. */
@Component
class Prometheus {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SERIES = 200;
    private static final int LONGEST_REASON = 500;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final HttpClient http;
    private final PrometheusProperties settings;

    Prometheus(PrometheusProperties settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What the query comes to at one moment; each series has one point. */
    Answer instant(URI server, String query, Instant at) {
        return ask(server, "query", Map.of("query", query, "time", seconds(at)));
    }

    /** What the query came to from one moment to another, step by step. */
    Answer range(URI server, String query, Instant from, Instant until, Duration step) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("query", query);
        parameters.put("start", seconds(from));
        parameters.put("end", seconds(until));
        parameters.put("step", Double.toString(step.toMillis() / 1000.0));
        return ask(server, "query_range", parameters);
    }

    private Answer ask(URI server, String path, Map<String, String> parameters) {
        try {
            var limited = new LinkedHashMap<>(parameters);
            limited.put("timeout", settings.timeout().toMillis() + "ms");
            var response = http.sendAsync(request(server, path, limited), information -> new BoundedBody())
                    .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return read(response);
        } catch (IllegalArgumentException unusable) {
            return Answer.refusal(server + " is no address of a Prometheus: " + unusable.getMessage());
        } catch (CompletionException failure) {
            return unanswered(server, Objects.requireNonNullElse(failure.getCause(), failure));
        }
    }

    private Answer unanswered(URI server, Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return Answer.silence("Prometheus at " + server + " did not answer within "
                    + settings.timeout().toMillis() / 1000.0 + " s");
        }
        return cause instanceof BoundedBody.TooLarge
                ? Answer.refusal("the answer is larger than " + BoundedBody.LARGEST + " bytes; ask for fewer series")
                : Answer.silence("Prometheus at " + server + " cannot be reached: "
                        + cause.getClass().getSimpleName());
    }

    private HttpRequest request(URI server, String path, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1/" + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return request.build();
    }

    private static Answer read(HttpResponse<byte[]> response) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (IOException garbled) {
            body = JSON.missingNode();
        }
        if (response.statusCode() == OK && body.path("status").asText().equals("success")) {
            return series(body.path("data"));
        }
        var error = body.path("error").asText("");
        var reason = "Prometheus answers " + response.statusCode() + (error.isEmpty() ? "" : ": " + brief(error));
        return response.statusCode() >= BROKEN || response.statusCode() == TOO_MANY
                ? Answer.silence(reason)
                : Answer.refusal(reason);
    }

    private static Answer series(JsonNode data) {
        var type = data.path("resultType").asText();
        var result = data.path("result");
        if (result.size() > MOST_SERIES && !type.equals("scalar")) {
            return Answer.refusal(
                    "the query answers with " + result.size() + " series; " + MOST_SERIES + " are too many");
        }
        var series = new ArrayList<Series>();
        switch (type) {
            case "matrix" -> result.forEach(line -> series.add(series(line.path("metric"), line.path("values"))));
            case "vector" ->
                result.forEach(line -> series.add(
                        series(line.path("metric"), JSON.createArrayNode().add(line.path("value")))));
            case "scalar" ->
                series.add(
                        series(JSON.createObjectNode(), JSON.createArrayNode().add(result)));
            default -> {
                return Answer.refusal("Prometheus answers with '" + brief(type) + "', which is no figure");
            }
        }
        return Answer.of(series);
    }

    private static Series series(JsonNode metric, JsonNode values) {
        var labels = new TreeMap<String, String>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        var points = new ArrayList<Point>();
        values.forEach(point ->
                points.add(new Point(point.path(0).asDouble(), point.path(1).asText())));
        return new Series(labels, points);
    }

    private static String seconds(Instant at) {
        return "%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000);
    }

    private static String brief(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }
}
