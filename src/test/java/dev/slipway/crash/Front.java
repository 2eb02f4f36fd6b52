package dev.slipway.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Leads users to versions: {@code /<dock>/health} to whichever is their share, {@code /<dock>/apart/<version>/health} to that one. */
final class Front implements AutoCloseable {

    private final Random random = new Random();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService hands = Executors.newFixedThreadPool(4);
    private final List<Dock> docks;
    private final HttpServer server;

    Front(List<Dock> docks) throws IOException {
        this.docks = docks;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(hands);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(Dock dock) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + dock.name();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var words = exchange.getRequestURI().getPath().split("/");
        var dock = docks.stream().filter(each -> each.name().equals(words[1])).findFirst();
        var meant = words[2].equals("apart")
                ? dock.stream()
                        .flatMap(there -> there.moored().stream())
                        .filter(ship -> ship.version().equals(words[3]))
                        .findFirst()
                : dock.flatMap(there -> there.next(random));
        var answer = meant.flatMap(ship -> ask(ship, words[words.length - 1]));
        var body = answer.map(HttpResponse::body).orElse(new byte[] {'-'});
        exchange.sendResponseHeaders(answer.map(HttpResponse::statusCode).orElse(502), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<HttpResponse<byte[]>> ask(Dock.Moored ship, String page) {
        try {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ship.port() + "/" + page))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return Optional.of(http.send(question, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException sunk) {
            return Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
