package dev.slipway.flow;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.quality.Attaching;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.Delivery;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A product with a real repository, real checks and real targets: scripts that copy its version, and servers that answer with it. */
final class TestProduct implements AutoCloseable {

    private static final Path SCRIPT =
            Path.of("src/test/resources/deployment/target.sh").toAbsolutePath();
    private static final String PASSING =
            "<testsuite name='t' tests='1' failures='0' errors='0' skipped='0'><testcase name='a' classname='b'/></testsuite>";
    private static final String FAILING = """
            <testsuite name='t' tests='1' failures='1' errors='0' skipped='0'>\
            <testcase name='a' classname='b'><failure message='no'/></testcase></testsuite>""";

    private final String key;
    private final String flow;
    private final List<String> environments;
    private final Path folder;
    private final TestPlaces places;

    private final Map<String, String> agents = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private String criticality = "low";
    private String prometheus = "";
    private String delay = "";
    private Delivery delivery = new Delivery("all-at-once", List.of());
    private String dependsOn = "";
    private String scan = "";

    TestProduct(String key, String flow, Path folder, String... environments) {
        this.key = key;
        this.flow = flow;
        this.folder = folder;
        this.places = new TestPlaces(folder.resolve("places"));
        this.environments = List.of(environments);
        write("report.xml", PASSING);
        write("check.sh", "test -f \"$SLIPWAY_ARTIFACT\" && cp " + folder + "/report.xml report.xml\n");
        commit("feat: begin", "Dora", "dora@example.com");
    }

    /** Medium risk: operations has to approve production. */
    TestProduct critical() {
        criticality = "high";
        return this;
    }

    /** What is asked about production. */
    TestProduct measuredBy(String address) {
        prometheus = address;
        return this;
    }

    /** Only agents that are meant by this do the work there. */
    TestProduct near(String environment, String agent) {
        agents.put(environment, agent);
        return this;
    }

    /** Installing takes so many seconds. */
    TestProduct slow(String seconds) {
        delay = "  variable.DELAY: " + seconds + "\n";
        return this;
    }

    /** What its target's commands have written down: when each began and ended, and for which visit. */
    List<String> ledger(String environment) throws IOException {
        return places.ledger(environment);
    }

    /** Users are moved like this instead of all at once. */
    TestProduct delivered(Delivery how) {
        delivery = how;
        return this;
    }

    /** Another target than a script that copies its version. */
    TestProduct on(String environment, String target) {
        targets.put(environment, target);
        return this;
    }

    TestProduct needing(TestProduct other) {
        dependsOn = other.key;
        return this;
    }

    /** A scanner is among its checks, which finds one warning. */
    TestProduct scanned() {
        write("scan.sarif", "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{\"level\": \"warning\"}]}]}");
        var check = """
                - name: scan
                  command: [cp, %s, out.sarif]
                  evidence: out.sarif""".formatted(folder.resolve("scan.sarif"));
        scan = "\n" + check.indent(2);
        return this;
    }

    /** Makes a version that can be released. */
    Plan version(String version) {
        return version(version, version);
    }

    /** Makes a version whose artifact says what it is told to. */
    Plan version(String version, String content) {
        var artifact = artifact(version, content);
        commit("feat: version " + version, "Dora", "dora@example.com");
        return Plan.of(new ProductKey(key), version)
                .contents("", "master")
                .artifacts(List.of(artifact))
                .objectives("Be better.")
                .delivery(delivery)
                .build();
    }

    Artifact artifact(String version, String content) {
        var file = write("service-" + version + ".bin", content);
        return new Artifact(component(), file.toUri(), Digest.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    String key() {
        return key;
    }

    ComponentKey component() {
        return ComponentKey.parse(key + "/service");
    }

    void commit(String message, String name, String email) {
        TestRepository.commit(folder.resolve("repository"), message, name, email);
    }

    void testsFail() {
        write("report.xml", FAILING);
    }

    void testsPass() {
        write("report.xml", PASSING);
    }

    /** No report is left behind. */
    void checksBreak() {
        delete("report.xml");
    }

    void fallsIll(String environment) {
        places.fallsIll(environment);
    }

    void loses(String version) {
        delete("service-" + version + ".bin");
    }

    private void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Attaching attachSecurityReview(RunningFlows flows, ReleaseId id) {
        return flows.bean(Quality.class)
                .attach(
                        id,
                        "security-review",
                        Evidence.Kind.DOCUMENT,
                        "review.txt",
                        "Looks fine.".getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody replaces what runs on all instances, and tells nobody. */
    void replaceBehindSlipwaysBack(String environment, String version) {
        places.replace(environment, version);
    }

    /** What runs there now; empty where nothing does. */
    String running(String environment) {
        return places.running(environment);
    }

    /** What runs on each of the four instances; nothing where none was ever reached. */
    List<String> instances(String environment) {
        return places.instances(environment);
    }

    List<SourceDocument> catalog() {
        var text = new StringBuilder();
        for (var environment : environments) {
            text.append("""
                    apiVersion: slipway/v1
                    kind: Environment
                    key: %s
                    stage: %d
                    production: %s
                    %s
                    ---
                    """.formatted(
                    environment,
                    environments.indexOf(environment) + 1,
                    environment.equals("production"),
                    environment.equals("production") && !prometheus.isEmpty() ? "prometheus: " + prometheus : ""));
        }
        text.append("""
                apiVersion: slipway/v1
                kind: Product
                key: %s
                flow: %s
                owner: team
                repository: %s
                criticality: %s
                dependsOn: [%s]
                environments: %s
                components:
                  - name: service
                checks:
                  - name: unit-tests
                    command: [sh, %s]
                    evidence: report.xml%s
                rights:
                  release-managers: [open-release, amend-release, hold-release, cancel-release, roll-back, attach-evidence, reassign-seat, manage-calendar, grant-exemption, manage-flags]
                  operations: [intervene, manage-calendar, grant-exemption, report-alerts]
                  developers: [grant-exemption]
                """.formatted(
                        key,
                        flow,
                        folder.resolve("repository"),
                        criticality,
                        dependsOn,
                        environments,
                        folder.resolve("check.sh"),
                        scan));
        environments.forEach(environment ->
                text.append(targets.containsKey(environment) ? targets.get(environment) : target(environment)));
        return List.of(new SourceDocument(key + ".yaml", text.toString()));
    }

    private String target(String environment) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: %s
                component: %s/service
                adapter: command
                url: http://127.0.0.1:%d
                %ssettings:
                  install: sh %s install
                  remove: sh %s remove
                  probe: sh %s probe
                  instances: 4
                  variable.PLACE: %s
                %s""".formatted(
                        environment,
                        key,
                        places.serve(environment),
                        agents.containsKey(environment) ? "agent: " + agents.get(environment) + "\n" : "",
                        SCRIPT,
                        SCRIPT,
                        SCRIPT,
                        places.of(environment),
                        delay);
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        places.close();
    }
}
