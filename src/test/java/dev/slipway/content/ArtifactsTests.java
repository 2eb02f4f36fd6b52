package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.content.ArtifactCheck.Altered;
import dev.slipway.content.ArtifactCheck.Intact;
import dev.slipway.content.ArtifactCheck.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ArtifactsTests {

    private static final byte[] BYTES = "what is deployed".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHERS = "something else".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(BYTES);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile byte[] served = BYTES;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> answer(exchange, served));
        server.createContext("/gone", exchange -> status(exchange, 404, ""));
        server.createContext("/moved", exchange -> status(exchange, 302, "/good"));
        server.createContext(
                "/to-file",
                exchange ->
                        status(exchange, 302, folder.resolve("a.jar").toUri().toString()));
        server.createContext("/in-circles", exchange -> status(exchange, 302, "/in-circles"));
        server.createContext("/cut-off", exchange -> {
            exchange.sendResponseHeaders(200, BYTES.length + 10);
            exchange.getResponseBody().write(BYTES);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(BYTES);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
        Files.write(folder.resolve("a.jar"), BYTES);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void findsIntactWhatIsAsItWas() {
        assertThat(artifacts().check(file())).isEqualTo(new Intact(BYTES.length));
        assertThat(artifacts().check(http("/good"))).isEqualTo(new Intact(BYTES.length));
        assertThat(artifacts().check(http("/moved"))).isEqualTo(new Intact(BYTES.length));
    }

    @Test
    void findsAlteredWhatIsNot() throws IOException {
        served = OTHERS;
        Files.write(folder.resolve("a.jar"), OTHERS);

        assertThat(artifacts().check(file())).isEqualTo(new Altered(Digest.of(OTHERS)));
        assertThat(artifacts().check(http("/good"))).isEqualTo(new Altered(Digest.of(OTHERS)));
    }

    @Test
    void saysWhyItCannotBeReached() {
        assertThat(unreachable(http("/gone"))).endsWith("/gone cannot be read: the server answered with status 404");
        assertThat(unreachable(http("/to-file"))).endsWith("status 302");
        assertThat(unreachable(http("/in-circles"))).contains("status 302");
        assertThat(unreachable(http("/cut-off"))).contains("cannot be read");
        assertThat(unreachable(at(folder.resolve("b.jar").toUri()))).endsWith("there is no such file");
        assertThat(unreachable(at(folder.toUri()))).endsWith("it is a folder; name a file");
        assertThat(unreachable(at(URI.create("ftp://127.0.0.1/a.jar"))))
                .endsWith("only file, http and https addresses can be read");
        assertThat(unreachable(at(URI.create("file://elsewhere/a.jar")))).endsWith("it names no file on this machine");
        assertThat(unreachable(at(URI.create("http://127.0.0.1:1/a.jar")))).endsWith("nobody answers there");
        assertThat(unreachable(at(URI.create("a.jar")))).contains("only file, http and https");
    }

    @Test
    void neverShowsWhatIsSecretInAnAddress() {
        assertThat(unreachable(at(URI.create(
                        "http://ci:s3cret@127.0.0.1:" + server.getAddress().getPort() + "/gone?token=s3cret"))))
                .doesNotContain("s3cret");
    }

    @Test
    void keepsToItsLimits() {
        var small = new Artifacts(AContent.settings(folder, 1, Duration.ofSeconds(20), DataSize.ofBytes(3)));
        assertThat(unreachable(small, http("/good"))).endsWith("it is larger than 3 bytes");
        assertThat(unreachable(small, file())).endsWith("it is larger than 3 bytes");

        var hasty = new Artifacts(AContent.settings(folder, 1, Duration.ofSeconds(1), DataSize.ofMegabytes(1)));
        assertThat(unreachable(hasty, http("/endless"))).endsWith("it took longer than 1 seconds");
    }

    @Test
    void keepsACopyThatIsCheckedEveryTime() throws IOException {
        var artifacts = artifacts();
        var copy = artifacts.local(http("/good"));
        assertThat(copy).hasBinaryContent(BYTES).hasFileName(DIGEST.hex());

        served = OTHERS;
        assertThat(artifacts.local(http("/good"))).isEqualTo(copy).hasBinaryContent(BYTES);

        Files.write(copy, OTHERS);
        served = BYTES;
        assertThat(artifacts.local(http("/good"))).hasBinaryContent(BYTES);
        assertThat(folder.resolve("artifacts")).isDirectoryNotContaining(file -> !file.equals(copy));
    }

    @Test
    void leavesNothingBehindWhenItFails() {
        served = OTHERS;

        assertThatThrownBy(() -> artifacts().local(http("/good")))
                .isInstanceOf(ArtifactUnavailable.class)
                .hasMessageContaining("of payments/service")
                .hasMessageContaining("its SHA-256 is " + Digest.of(OTHERS));
        assertThat(folder.resolve("artifacts")).isEmptyDirectory();
    }

    @Test
    void givesEverybodyTheSameCopy() {
        var artifacts = artifacts();
        var copies = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> artifacts.local(file()), threads))
                .toList();

        assertThat(copies).allSatisfy(copy -> assertThat(copy.join()).hasBinaryContent(BYTES));
        assertThat(folder.resolve("artifacts")).isDirectoryContaining(file -> file.endsWith(DIGEST.hex()));
    }

    private Artifacts artifacts() {
        return new Artifacts(AContent.settings(folder));
    }

    private String unreachable(Artifact artifact) {
        return unreachable(artifacts(), artifact);
    }

    private static String unreachable(Artifacts artifacts, Artifact artifact) {
        return ((Unreachable) artifacts.check(artifact)).reason();
    }

    private Artifact file() {
        return at(folder.resolve("a.jar").toUri());
    }

    private Artifact http(String path) {
        return at(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private static Artifact at(URI location) {
        return new Artifact(ComponentKey.parse("payments/service"), location, DIGEST);
    }

    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void status(HttpExchange exchange, int status, String location) throws IOException {
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
