package dev.slipway.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything outside of Slipway: products with real repositories, targets of real processes, and the ledger of what was done there. */
final class Harbour implements AutoCloseable {

    static final int SLOTS = 2;
    static final List<String> ENVIRONMENTS = List.of("staging", "production");

    private static final int INSTANCES = 3;

    /** Which targets have room for two, and which only an agent can reach. */
    private static final List<Ferry> FERRIES = List.of(
            new Ferry("ferry", true, false),
            new Ferry("tug", true, true),
            new Ferry("raft", false, false),
            new Ferry("barge", false, true));

    private final Path folder;
    private final List<Dock> docks = new ArrayList<>();
    private final Front front;

    Harbour(Path folder) throws Exception {
        this.folder = folder;
        copyProcesses();
        resource("check.sh");
        resource("target.sh");
        for (var ferry : FERRIES) {
            ferry.commit(folder, "feat: float");
            for (var environment : ENVIRONMENTS) {
                Ferry.COMPONENTS.forEach(component -> docks.add(dock(ferry, environment, component)));
            }
        }
        front = new Front(docks);
        Files.writeString(folder.resolve("catalog.yaml"), catalog());
    }

    private Dock dock(Ferry ferry, String environment, String component) {
        var cells = ferry.slots() ? SLOTS : environment.equals("production") ? INSTANCES : 1;
        var name = environment + "-" + ferry.key() + "-" + component;
        return new Dock(
                environment, ferry.key(), component, folder.resolve("places").resolve(name), cells);
    }

    Path folder() {
        return folder;
    }

    Ledger ledger() {
        return new Ledger(folder.resolve("ledger"));
    }

    Ferry ferry(boolean slots, boolean far) {
        return FERRIES.stream()
                .filter(ferry -> ferry.slots() == slots && ferry.far() == far)
                .findFirst()
                .orElseThrow();
    }

    List<Ferry> ferries() {
        return FERRIES;
    }

    List<Dock> docks(String environment, Ferry ferry) {
        return docks.stream()
                .filter(dock -> dock.isIn(environment, ferry.key()))
                .toList();
    }

    /** The models as they are delivered, but for the times that production is watched and how much slower an answer may be on a busy machine. */
    private void copyProcesses() throws IOException {
        var models = Path.of("processes").toAbsolutePath();
        try (var files = Files.walk(models)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve("processes").resolve(models.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replaceAll("PT[12]0S", "PT1S")
                                .replace("name=\"slower\">50<", "name=\"slower\">5000<")
                                .replace(
                                        "sourceExpression=\"50\" target=\"slower\"",
                                        "sourceExpression=\"5000\" target=\"slower\""));
            }
        }
    }

    private void resource(String name) throws IOException {
        try (var text = Harbour.class.getResourceAsStream("/crash/" + name)) {
            Files.write(folder.resolve(name), text.readAllBytes());
        }
    }

    private String catalog() throws IOException {
        resource("catalog.yaml");
        var text = new StringBuilder(Files.readString(folder.resolve("catalog.yaml")));
        FERRIES.forEach(ferry -> text.append(ferry.described()));
        docks.forEach(dock -> text.append(target(dock)));
        return text.toString().replace("${folder}", folder.toString());
    }

    private String target(Dock dock) {
        var slots = dock.cells() == SLOTS;
        var text = new StringBuilder(
                """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: %s
                component: %s/%s
                adapter: command
                url: %s
                """.formatted(dock.environment(), dock.product(), dock.component(), front.address(dock)));
        if (isFar(dock)) {
            text.append("agent: sea=wide\n");
        }
        text.append("""
                settings:
                  install: sh "${folder}/target.sh" install
                  remove: sh "${folder}/target.sh" remove
                  probe: sh "${folder}/target.sh" probe
                  timeout: 12s
                  instances: %d
                  variable.LEDGER: ${folder}/ledger
                  variable.PLACE: %s
                  variable.ROOM: %s
                  variable.CLASSES: %s
                """.formatted(dock.cells(), dock.place(), slots ? "in_slots" : "on_instances", classes()));
        if (slots) {
            text.append("  shift: sh \"${folder}/target.sh\" shift\n  apart: ")
                    .append(front.address(dock))
                    .append("/apart/{version}\n");
        }
        return text.toString();
    }

    /** Whether only an agent can reach it. */
    boolean isFar(Dock dock) {
        return FERRIES.stream().anyMatch(ferry -> ferry.far() && ferry.key().equals(dock.product()));
    }

    private static Path classes() {
        return Path.of("target", "test-classes").toAbsolutePath();
    }

    /** Nothing is at work any more. */
    void sink() throws InterruptedException {
        Processes.killAll(docks.stream()
                .flatMap(dock -> dock.moored().stream())
                .flatMap(ship -> ProcessHandle.of(ship.pid()).stream())
                .toList());
    }

    Stream<Dock> all() {
        return docks.stream();
    }

    @Override
    public void close() throws InterruptedException {
        sink();
        front.close();
    }
}
