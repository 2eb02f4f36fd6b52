package dev.slipway.quality.analysis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** Answers range queries over HTTP as Prometheus does, from functions of the seconds since the beginning of the range. */
public final class FakePrometheus implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, DoubleUnaryOperator> figures = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.WELL;

    /** What can go wrong with it. */
    public enum Behaviour {
        WELL,
        SILENT,
        BROKEN,
        REFUSING,
        GARBLED,
        REDIRECTING
    }

    public FakePrometheus() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "fake-prometheus");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What queries that contain this text come to. The first that fits is the answer. */
    public FakePrometheus says(String part, DoubleUnaryOperator figure) {
        figures.put(part, figure);
        return this;
    }

    public void forget() {
        figures.clear();
    }

    public void behaves(Behaviour next) {
        behaviour = next;
    }

    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(form.getOrDefault("query", ""));
        try (exchange) {
            switch (behaviour) {
                case WELL -> send(exchange, 200, matrix(form));
                case SILENT -> sleep();
                case BROKEN -> send(exchange, 503, "{\"status\":\"error\",\"error\":\"query timed out\"}");
                case REFUSING ->
                    send(exchange, 400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}");
                case GARBLED -> send(exchange, 200, "<html>proxy</html>");
                case REDIRECTING -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    send(exchange, 302, "");
                }
            }
        }
    }

    private String matrix(Map<String, String> form) {
        var start = Double.parseDouble(form.getOrDefault("start", "0"));
        var end = Double.parseDouble(form.getOrDefault("end", "0"));
        var step = Double.parseDouble(form.getOrDefault("step", "0"));
        var series = figures.entrySet().stream()
                .filter(entry -> form.getOrDefault("query", "").contains(entry.getKey()))
                .findFirst()
                .map(entry -> line(entry.getValue(), start, end, step))
                .orElse("");
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
    }

    private static String line(DoubleUnaryOperator figure, double start, double end, double step) {
        var values = new StringBuilder();
        for (var at = 0; start + at * step <= end; at++) {
            values.append(at == 0 ? "" : ",")
                    .append("[%s,\"%s\"]".formatted(start + at * step, figure.applyAsDouble(at * step)));
        }
        return "{\"metric\":{\"job\":\"shop\"},\"values\":[" + values + "]}";
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
