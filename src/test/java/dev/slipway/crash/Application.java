package dev.slipway.crash;

import dev.slipway.Ports;
import dev.slipway.Slipway;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Slipway as a process of its own, which can be killed at any moment. */
final class Application implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Path folder;
    private final List<String> settings;
    private final int port;
    private Process process;

    Application(Path folder, List<String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.port = Ports.free();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Slipway.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.endpoint.health.probes.enabled=true"));
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** As it is delivered: without the tests. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    void awaitReady() throws InterruptedException, IOException {
        var client = new Client(address());
        var deadline = System.nanoTime() + PATIENCE;
        while (!isReady(client)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Slipway does not start:\n" + lastWords());
            }
            Thread.sleep(50);
        }
    }

    private static boolean isReady(Client client) throws InterruptedException {
        try {
            return client.get("/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it as {@code kill -9} does; its commands go on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it with all its commands, as the death of the machine does, and returns whom that has hit. */
    List<ProcessHandle> killWithCommands() throws InterruptedException {
        var commands = process.descendants().toList();
        kill();
        return Processes.kill(commands);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Slipway does not stop");
        }
    }

    Path log() {
        return folder.resolve("slipway.log");
    }

    String lastWords() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
