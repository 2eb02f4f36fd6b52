package dev.slipway.benchmark;

import static java.util.stream.Collectors.joining;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;

/** What the products of a benchmark are made of: a repository, an artifact, a catalogue, and models whose watch does not last. */
final class Workshop {

    static final int PRODUCTS = 8;

    private static final int COMMITS = 12;

    private final Path folder;
    private final Artifact artifact;

    Workshop(Path folder) throws Exception {
        this.folder = folder;
        var file = Files.write(folder.resolve("service.jar"), new byte[64 * 1024]);
        this.artifact = new Artifact(component(0), file.toUri(), Digest.of(Files.readAllBytes(file)));
        commit();
        copyModels();
    }

    private void commit() throws Exception {
        try (var git = Git.init().setDirectory(repository().toFile()).call()) {
            for (var number = 0; number < COMMITS; number++) {
                git.commit()
                        .setAllowEmpty(true)
                        .setSign(false)
                        .setAuthor("Linus", "linus@example.com")
                        .setCommitter("Linus", "linus@example.com")
                        .setMessage("feat(service): do number " + number + "\n\nAs asked for.\n\nPAY-" + number)
                        .call();
                if (number == 1 || number == COMMITS - 1) {
                    git.tag().setName("v" + number).setAnnotated(false).call();
                }
            }
        }
    }

    private void copyModels() throws IOException {
        var from = Path.of("processes");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = models().resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, Files.readString(file).replace("PT20S", "PT0S"));
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path models() {
        return folder.resolve("processes");
    }

    /** The models by their names below the folder, as the model library deploys them. */
    Map<String, Path> modelFiles() throws IOException {
        var named = new TreeMap<String, Path>();
        try (var files = Files.walk(models())) {
            files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .forEach(file ->
                            named.put(models().relativize(file).toString().replace('\\', '/'), file));
        }
        return named;
    }

    private Path repository() {
        return folder.resolve("repository");
    }

    /** Every product is built from the same bytes. */
    Artifact artifact(int product) {
        return new Artifact(component(product), artifact.location(), artifact.digest());
    }

    static ProductKey product(int number) {
        return new ProductKey("product-" + number);
    }

    private static ComponentKey component(int product) {
        return new ComponentKey(product(product), "service");
    }

    /** A JUnit report, another one for every release. */
    static byte[] report(String release) {
        var cases = IntStream.range(0, 20)
                .mapToObj(number ->
                        "<testcase classname=\"ServiceTests\" name=\"works%d\" time=\"0.01\"/>".formatted(number))
                .collect(joining());
        return "<testsuite name=\"%s\" tests=\"20\" failures=\"0\" errors=\"0\" skipped=\"0\">%s</testsuite>"
                .formatted(release, cases)
                .getBytes(StandardCharsets.UTF_8);
    }

    SourceDocument catalogue() {
        var environments = """
                apiVersion: slipway/v1
                kind: Environment
                key: staging
                name: Staging
                stage: 1
                ---
                apiVersion: slipway/v1
                kind: Environment
                key: production
                name: Production
                stage: 2
                production: true
                """;
        return new SourceDocument(
                "benchmark.yaml",
                environments
                        + IntStream.range(0, PRODUCTS).mapToObj(this::describe).collect(joining()));
    }

    private String describe(int number) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Product
                key: product-%1$d
                name: Product %1$d
                flow: devops-release
                owner: benchmarks
                repository: %2$s
                criticality: low
                environments: [staging, production]
                components:
                  - name: service
                rights:
                  release-managers: [open-release, attach-evidence]
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: staging
                component: product-%1$d/service
                adapter: nothing
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: production
                component: product-%1$d/service
                adapter: nothing
                """.formatted(number, repository().toString().replace('\\', '/'));
    }
}
