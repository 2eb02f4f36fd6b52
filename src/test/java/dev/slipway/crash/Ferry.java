package dev.slipway.crash;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/** A product of three components with a real repository, whose targets are files that a server answers from. */
final class Ferry implements AutoCloseable {

    static final String KEY = "ferry";
    static final List<String> ENVIRONMENTS = List.of("staging", "production");
    static final List<String> COMPONENTS = List.of("hull", "engine", "bridge");
    static final String STRATEGY = System.getProperty("crash.strategy", "all-at-once");
    static final String AUTHOR = "dora@example.com";

    private final Path folder;
    private final HttpServer server;

    Ferry(Path folder) throws Exception {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        copyProcesses();
        resource("check.sh");
        resource("target.sh");
        Files.createDirectories(folder.resolve("places"));
        serve();
        Files.writeString(folder.resolve("catalog.yaml"), catalog());
        commit("feat: float");
    }

    Ledger ledger() {
        return new Ledger(folder.resolve("ledger"));
    }

    /** What runs there; empty where nothing does. */
    String running(String environment, String component) throws IOException {
        var place = place(environment, component);
        return Files.exists(place) ? Files.readString(place).split(" ")[0] : "";
    }

    /** Builds a version, and says how its release is asked for over REST. */
    Map<String, Object> build(String version) throws Exception {
        commit("feat: be " + version);
        var artifacts = COMPONENTS.stream()
                .map(component -> artifact(component, version))
                .toList();
        return Map.of(
                "product",
                KEY,
                "version",
                version,
                "revision",
                "main",
                "artifacts",
                artifacts,
                "delivery",
                Map.of("strategy", STRATEGY));
    }

    private Map<String, String> artifact(String component, String version) {
        try {
            var content = component + " " + version;
            var file = Files.writeString(folder.resolve(component + "-" + version), content);
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "component", component,
                    "location", file.toUri().toString(),
                    "digest", HexFormat.of().formatHex(digest));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void commit(String message) throws Exception {
        try (var git = Git.init()
                .setDirectory(folder.resolve("repository").toFile())
                .setInitialBranch("main")
                .call()) {
            var author = new PersonIdent("Dora", AUTHOR);
            git.commit()
                    .setAllowEmpty(true)
                    .setMessage(message)
                    .setAuthor(author)
                    .setCommitter(author)
                    .setSign(false)
                    .call();
        }
    }

    /** The models as they are delivered, but for the time that production is watched. */
    private void copyProcesses() throws IOException {
        var models = Path.of("processes").toAbsolutePath();
        try (var files = Files.walk(models)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve("processes").resolve(models.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace(">PT20S<", ">PT2S<"));
            }
        }
    }

    private void resource(String name) throws IOException {
        try (var text = Ferry.class.getResourceAsStream("/crash/" + name)) {
            Files.write(folder.resolve(name), text.readAllBytes());
        }
    }

    private String catalog() throws IOException {
        resource("catalog.yaml");
        var text = new StringBuilder(Files.readString(folder.resolve("catalog.yaml")));
        for (var environment : ENVIRONMENTS) {
            COMPONENTS.forEach(component -> text.append(target(environment, component)));
        }
        return text.toString().replace("${folder}", folder.toString());
    }

    private String target(String environment, String component) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: %s
                component: ferry/%s
                adapter: command
                url: http://127.0.0.1:%d/%s-%s
                settings:
                  install: sh "${folder}/target.sh" install
                  remove: sh "${folder}/target.sh" remove
                  probe: sh "${folder}/target.sh" probe
                  timeout: 1m
                  variable.LEDGER: ${folder}/ledger
                  variable.PLACE: %s
                """.formatted(
                        environment,
                        component,
                        server.getAddress().getPort(),
                        environment,
                        component,
                        place(environment, component));
    }

    private Path place(String environment, String component) {
        return folder.resolve("places").resolve(environment + "-" + component);
    }

    /** Answers every {@code /<place>/health} and {@code /<place>/version} with what the place holds. */
    private void serve() {
        server.createContext("/", exchange -> {
            var place = exchange.getRequestURI().getPath().split("/")[1];
            var answer = Files.readAllBytes(folder.resolve("places").resolve(place));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
