package dev.slipway.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.deployment.nginx.RealNginx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Two slots of two instances each, behind an nginx: every instance answers with the version that its slot was given, and as that version does. */
final class SlotServers implements AutoCloseable {

    private static final Path SCRIPT =
            Path.of("src/test/resources/deployment/target.sh").toAbsolutePath();

    /** So many questions for the version tire nothing. */
    private static final int FRESH = 10;

    private final Path folder;
    private final RealNginx nginx;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final List<HttpServer> servers = new ArrayList<>();
    private final Set<String> faulty = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> tired = new ConcurrentHashMap<>();
    private volatile int usual = 5;

    SlotServers(Path folder) throws Exception {
        this.folder = folder;
        this.nginx = new RealNginx(folder.resolve("nginx"));
        for (var slot : List.of("blue", "green")) {
            serve(folder.resolve(slot).resolve("1"));
            serve(folder.resolve(slot).resolve("2"));
        }
    }

    String url() {
        return nginx.url();
    }

    /** Answers every twentieth question for each path with an error, so that neither users nor the watch get more or less of them by chance. */
    void faulty(String version) {
        faulty.add(version);
    }

    /** Takes twice the time that all others take, as soon as users come to it. */
    void tires(String version) {
        usual = 25;
        tired.put(version, new AtomicInteger());
    }

    /** Whether users have come to a version that tires. */
    boolean isTiring() {
        return tired.values().stream().anyMatch(asked -> asked.get() > FRESH);
    }

    String target(String product) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: production
                component: %s/service
                adapter: nginx
                url: %s
                settings:
                  file: %s
                  nginx: %s
                  pid: %s
                  upstream: payments-service
                  blue: %s
                  green: %s
                  slot.install: sh %s install
                  slot.remove: sh %s remove
                  slot.probe: sh %s probe
                  blue.variable.PLACE: %s
                  green.variable.PLACE: %s
                """.formatted(
                        product,
                        nginx.url(),
                        nginx.upstream(),
                        nginx.command(),
                        nginx.pid(),
                        addresses(servers.subList(0, 2)),
                        addresses(servers.subList(2, 4)),
                        SCRIPT,
                        SCRIPT,
                        SCRIPT,
                        folder.resolve("blue"),
                        folder.resolve("green"));
    }

    private static String addresses(List<HttpServer> servers) {
        return servers.stream()
                .map(server -> "127.0.0.1:" + server.getAddress().getPort())
                .collect(Collectors.joining(" "));
    }

    private void serve(Path instance) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(hands);
        server.createContext("/", exchange -> answer(exchange, instance));
        server.start();
        servers.add(server);
    }

    /** Only the question for the version has a body: headers and body in two packets would cost a delayed acknowledgement. */
    private void answer(HttpExchange exchange, Path instance) throws IOException {
        var version = Files.exists(instance) ? Files.readString(instance).strip() : "";
        var path = exchange.getRequestURI().getPath();
        var tiring = tired.get(version);
        pause(tiring != null && tiring.get() > FRESH ? 2 * usual : usual);
        var asksForIt = path.equals("/version");
        if (asksForIt && tiring != null) {
            tiring.incrementAndGet();
        }
        var fails = version.isEmpty() || faulty.contains(version) && isTwentieth(version + path);
        var bytes = version.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(fails ? 500 : 200, asksForIt ? bytes.length : -1);
        if (asksForIt) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private boolean isTwentieth(String question) {
        return asked.computeIfAbsent(question, ignored -> new AtomicInteger()).incrementAndGet() % 20 == 0;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        nginx.close();
        servers.forEach(server -> server.stop(0));
        hands.shutdownNow();
    }
}
