package dev.slipway.flow;

import dev.slipway.Slipway;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An agent as a process of its own, which can be killed at any moment. */
public final class RemoteAgent implements AutoCloseable {

    private static final String TOPICS =
            "deploy,install-beside,shift-traffic,remove-old,restore,smoke-check,watch,probe";

    private final Path folder;
    private final List<String> words;
    private final Process process;

    private RemoteAgent(Path folder, List<String> words, Process process) {
        this.folder = folder;
        this.words = words;
        this.process = process;
    }

    static RemoteAgent start(int port, String token, String name, String labels, Path folder) throws IOException {
        return start(port, token, name, labels, folder, 1);
    }

    /** Does so many things at a time. */
    static RemoteAgent start(int port, String token, String name, String labels, Path folder, int places)
            throws IOException {
        return start(port, token, name, labels, TOPICS, folder, places);
    }

    public static RemoteAgent start(
            int port, String token, String name, String labels, String topics, Path folder, int places)
            throws IOException {
        return start(
                token,
                folder,
                List.of(
                        "--server",
                        "http://127.0.0.1:" + port,
                        "--topics=" + topics,
                        "--labels",
                        labels,
                        "--name",
                        name,
                        "--folder",
                        folder.resolve("data").toString(),
                        "--places=" + places,
                        "--lock=3s",
                        "--beat=500ms"));
    }

    private static RemoteAgent start(String token, Path folder, List<String> words) throws IOException {
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Slipway.class.getName(),
                "agent"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("agent.log").toFile()));
        builder.environment().put("SLIPWAY_AGENT_TOKEN", token);
        return new RemoteAgent(folder, words, builder.start());
    }

    /** As it is delivered: without the tests. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts it again where it was, after its death. */
    public RemoteAgent again(String token) throws IOException {
        return start(token, folder, words);
    }

    /** As {@code kill -9} does; the commands that it has started go on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it has started and what still works. */
    public List<ProcessHandle> commands() {
        return process.descendants().toList();
    }

    /** Asks it to leave, as a service manager does. */
    void terminate() {
        process.destroy();
    }

    int end() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the agent does not end:\n" + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(folder.resolve("agent.log"));
        } catch (IOException silent) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
