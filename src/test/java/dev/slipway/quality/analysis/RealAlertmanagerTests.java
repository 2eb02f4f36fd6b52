package dev.slipway.quality.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.Ports;
import dev.slipway.quality.analysis.AlertsTests.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Alertmanager sends what it was told to where Slipway hears alerts. */
class RealAlertmanagerTests {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

    @TempDir
    Path folder;

    @EveryDatabase
    void hearsWhatAlertmanagerSays(Database database) throws Exception {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "Debian's package prometheus-alertmanager is not installed: apt-get install prometheus-alertmanager");
        var room = new Room(database);
        room.ward.clock.now = Instant.now();
        room.watches.begin("v1", Ward.RELEASE, Ward.PRODUCTION, room.ward.clock.now.minusSeconds(60));
        var heard = new CopyOnWriteArrayList<String>();
        var hook = hook(room, heard);
        var port = Ports.free();
        var alertmanager = start(hook.getAddress().getPort(), port);
        try {
            tell(port);
            await(heard);
        } finally {
            alertmanager.destroyForcibly().waitFor();
            hook.stop(0);
        }

        assertThat(heard.get(0)).isEqualTo("acted-on shop-2.0.0");
        assertThat(room.watches.alarm("v1", () -> {})).contains("alert TooSlow in production: twice as slow");
    }

    private static HttpServer hook(Room room, List<String> heard) throws IOException {
        var hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/api/hooks/alertmanager", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            room.controller.hear(body).forEach(view -> heard.add(view.outcome() + " " + view.release()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hook.start();
        return hook;
    }

    private Process start(int hook, int port) throws IOException {
        var configuration = Files.writeString(folder.resolve("alertmanager.yml"), """
                route: {receiver: slipway, group_wait: 100ms, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - {name: slipway, webhook_configs: [{url: 'http://127.0.0.1:%d/api/hooks/alertmanager'}]}
                """.formatted(hook));
        return new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
    }

    /** As soon as it listens. */
    private static void tell(int port) throws InterruptedException {
        var alert = """
                [{"labels": {"alertname": "TooSlow", "product": "shop", "environment": "production", "version": "2.0.0"},
                  "annotations": {"summary": "twice as slow"}}]""";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(alert))
                .build();
        for (var tries = 0; tries < 150; tries++) {
            try {
                var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("Alertmanager does not listen");
    }

    private static void await(List<String> heard) throws InterruptedException {
        for (var tries = 0; tries < 150 && heard.isEmpty(); tries++) {
            Thread.sleep(100);
        }
    }
}
