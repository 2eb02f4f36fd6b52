package dev.slipway.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an application of half a gigabyte needs while nobody wants anything of it. */
final class Idle {

    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final Pattern STARTED = Pattern.compile("Started Slipway in ([0-9.]+) seconds");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final long UNTIL_IDLE = 10;

    private final Path folder;

    Idle(Path folder) {
        this.folder = folder;
    }

    void look(Figures figures) throws Exception {
        var process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            var output = process.inputReader();
            var started = awaitStart(output);
            drain(output);
            TimeUnit.SECONDS.sleep(UNTIL_IDLE);
            var busy = resident(process);
            tool("jcmd", process.pid() + "", "GC.run");
            var heap = USED.matcher(tool("jcmd", process.pid() + "", "GC.heap_info"));
            if (!heap.find()) {
                throw new IllegalStateException("jcmd does not say how much of the heap is used");
            }
            figures.idle(started, busy, resident(process), Long.parseLong(heap.group(1)) / 1024);
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(JAVA_HOME, "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath(),
                "dev.slipway.Slipway",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("idle") + ";WRITE_DELAY=0",
                "--slipway.content.artifacts=" + folder.resolve("artifacts"),
                "--slipway.content.cache=" + folder.resolve("mirrors"),
                "--slipway.journal.key=" + folder.resolve("idle.key"),
                "--slipway.checks.folder=" + folder.resolve("checks"),
                "--slipway.deployment.runs=" + folder.resolve("runs"));
    }

    /** Without the tests themselves, which the application would find among its own classes. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String awaitStart(BufferedReader output) throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            var started = STARTED.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
        }
        throw new IllegalStateException("it did not start: " + String.join("\n", said));
    }

    private static void drain(BufferedReader output) {
        var reading = new Thread(() -> {
            try {
                while (output.readLine() != null) {
                    Thread.onSpinWait();
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        reading.setDaemon(true);
        reading.start();
    }

    /** Megabytes in memory; 0 where the system does not say. */
    private static long resident(Process process) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static String tool(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(JAVA_HOME, "bin", name).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            var text = output.lines().collect(Collectors.joining("\n"));
            process.waitFor();
            return text;
        }
    }
}
