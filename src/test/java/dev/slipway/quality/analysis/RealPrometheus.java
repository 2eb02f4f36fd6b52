package dev.slipway.quality.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Debian's Prometheus in a folder and on a port of its own, measuring every tenth of a second. */
final class RealPrometheus implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

    private final Process process;
    private final URI address;

    private RealPrometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "Debian's package prometheus is not installed: apt-get install prometheus");
    }

    /** Returns when the first measurement is there. */
    static RealPrometheus scraping(Path folder, int port) throws IOException, InterruptedException {
        var configuration = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 100ms}
                scrape_configs:
                  - {job_name: shop, static_configs: [{targets: ['127.0.0.1:%d']}]}
                """.formatted(port));
        var own = Ports.free();
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + own)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        var started = new RealPrometheus(process, URI.create("http://127.0.0.1:" + own));
        started.awaitMeasurement();
        return started;
    }

    URI address() {
        return address;
    }

    private void awaitMeasurement() throws InterruptedException {
        var asked = new Prometheus(new PrometheusProperties(null, "", Duration.ofSeconds(1), Duration.ZERO));
        for (var tries = 0; tries < 150; tries++) {
            if (!asked.instant(address, "up == 1", Instant.now()).series().isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Prometheus has measured nothing in fifteen seconds");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
