package dev.slipway.deployment.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.deployment.spi.Presence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small deployment service: accepts a move, works on it for two questions, and says what came of it. It says no to version 0.9.0. */
final class Platform implements AutoCloseable {

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Presence> present = new TreeMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private final Map<String, String> ends = new ConcurrentHashMap<>();
    final List<String> moves = new CopyOnWriteArrayList<>();
    volatile int ill;

    Platform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        if (!"Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "who are you");
        } else if (ill > 0) {
            ill--;
            send(exchange, 503, "not now");
        } else if (path[1].equals("state")) {
            send(exchange, 200, json.writeValueAsString(Map.of("running", present.values())));
        } else if (path[1].equals("moves")) {
            status(exchange, path[2]);
        } else {
            move(exchange, path[1], json.readTree(exchange.getRequestBody()));
        }
    }

    private void status(HttpExchange exchange, String visit) throws IOException {
        if (!ends.containsKey(visit)) {
            send(exchange, 404, "no such move");
        } else if (questions.merge(visit, 1, Integer::sum) < 2) {
            send(exchange, 200, "{\"state\":\"working\"}");
        } else {
            send(exchange, 200, ends.get(visit));
        }
    }

    private void move(HttpExchange exchange, String act, JsonNode asked) throws IOException {
        var visit = asked.get("visit").asText();
        if (!visit.equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            send(exchange, 422, "no key");
            return;
        }
        if (!ends.containsKey(visit)) {
            moves.add(act + " " + visit);
            ends.put(visit, end(act, asked));
        }
        send(exchange, 202, "accepted");
    }

    private String end(String act, JsonNode asked) {
        var version = asked.path("version").asText();
        if (version.equals("0.9.0")) {
            return "{\"state\":\"failed\",\"reason\":\"0.9.0 is refused\"}";
        }
        switch (act) {
            case "install" ->
                install(version, asked.get("share").asInt(), asked.get("beside").asBoolean());
            case "shift" -> share(version, asked.get("share").asInt());
            default -> {
                var keep = asked.get("keep").asText();
                if (!keep.isEmpty()
                        && present.values().stream()
                                .anyMatch(each -> !each.version().equals(keep) && each.traffic() > 0)) {
                    return "{\"state\":\"failed\",\"reason\":\"it serves users\"}";
                }
                present.keySet().retainAll(List.of(keep));
            }
        }
        return "{\"state\":\"done\"}";
    }

    private void install(String version, int share, boolean beside) {
        if (beside) {
            present.putIfAbsent(version, new Presence(version, 100, 0));
            return;
        }
        present.remove(version);
        present.replaceAll((other, there) -> new Presence(other, 100 - share, 100 - share));
        present.values().removeIf(there -> there.instances() == 0);
        present.put(version, new Presence(version, share, present.isEmpty() ? 100 : share));
    }

    private void share(String version, int share) {
        present.replaceAll(
                (each, there) -> new Presence(each, there.instances(), each.equals(version) ? share : 100 - share));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
