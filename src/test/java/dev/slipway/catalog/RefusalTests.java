package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTests {

    private static final CatalogSchema SCHEMA = new CatalogSchema(ACatalog.OTHERS);

    @Test
    void namesTheLineOfASyntaxError() {
        assertThat(problems("kind: Product\nname: [one\nkey: x\n"))
                .singleElement()
                .asString()
                .startsWith("a.yaml:3 is not YAML: ");
        assertThat(problems("kind: Product\n\tname: one\n"))
                .singleElement()
                .asString()
                .startsWith("a.yaml:2 is not YAML: ");
        assertThat(problems("kind: P\nname: a\u0007b")).containsExactly("a.yaml:2 holds a character that YAML forbids");
    }

    @Test
    void knowsNoFieldsThatTheSchemaDoesNotName() {
        assertThat(problems(Yaml.ENVIRONMENTS.replace("name: Staging", "nmae: Staging")))
                .containsExactly(
                        "a.yaml:4 does not know the field 'nmae'; it knows apiVersion, kind, key, name, stage, production, labels, drift, prometheus");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(problems(Yaml.PAYMENTS
                        .replace("criticality: high", "criticality: huge")
                        .replace("name: worker", "name: The Worker")
                        .replace("timeout: 15m", "timeout: 15")
                        .replace("environments: [staging, production]", "environments: staging")
                        .replace("[open-release, cancel-release]", "[open-everything]")))
                .containsExactlyInAnyOrder(
                        "a.yaml:9 criticality: 'huge' is not one of low, medium, high",
                        "a.yaml:13 components[1].name: 'The Worker' does not fit. A short name: lower-case letters, digits and hyphens,"
                                + " starting with a letter. (^[a-z][a-z0-9-]{0,62}$)",
                        "a.yaml:14 environments: must be a list, but is text",
                        "a.yaml:19 checks[0].timeout: must be text, but is a number",
                        "a.yaml:22 rights.release-managers[0]: 'open-everything' is not one of open-release, amend-release, hold-release,"
                                + " cancel-release, roll-back, attach-evidence, intervene, reassign-seat, manage-calendar, grant-exemption, manage-flags, report-alerts");
    }

    @Test
    void namesKindsAndVersionsThatItKnows() {
        assertThat(problems("apiVersion: v2\nkind: Gadget\n"))
                .containsExactlyInAnyOrder(
                        "a.yaml:1 apiVersion: 'v2' is not one of slipway/v1",
                        "a.yaml:2 kind: 'Gadget' is not one of Environment, Product, Target");
        assertThat(problems("{}")).hasSize(2);
        assertThat(problems("- one\n- two\n"))
                .containsExactly("a.yaml:1 a document is a list of fields that starts with apiVersion and kind");
        assertThat(problems("")).containsExactly("a.yaml:1 holds no document");
        assertThat(problems("# nothing\n---\n")).containsExactly("a.yaml:1 holds no document");
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        assertThat(problems(Yaml.ENVIRONMENTS.replace("stage: 1", "stage: 1\nkey: other")))
                .containsExactly("a.yaml:6 the field 'key' is given twice, first on line 3");
    }

    @Test
    void refusesTags() {
        assertThat(problems(Yaml.ENVIRONMENTS.replace("name: Staging", "name: !!java.net.URL [\"http://127.0.0.1\"]")))
                .containsExactly("a.yaml:4 is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL");
        assertThat(problems(Yaml.ENVIRONMENTS.replace("stage: 1", "stage: !!int one")))
                .contains("a.yaml:5 the tag tag:yaml.org,2002:int is not understood here; leave it out");
    }

    @Test
    void refusesWhatNoDatabaseCanKeep() {
        assertThat(problems(Yaml.ENVIRONMENTS.replace("name: Staging", "name: \"a\\0b\"")))
                .containsExactly("a.yaml:4 holds a NUL character");
    }

    @Test
    void takesTextThatOnlyLooksLikeSomethingElse() {
        var target = YamlFiles.read(
                        List.of(
                                new SourceDocument(
                                        "a",
                                        Yaml.TARGET.replace(
                                                "  port: 8081\n",
                                                "  a: no\n  b: 2026-11-23\n  c: 1_000\n  d: 0x1F\n  e: 1e3\n  f: 1.0\n  g: on\n  h: 12345678901234567890\n"))))
                .documents();

        assertThat(Descriptions.target(target.get(0)).settings())
                .containsEntry("a", "no")
                .containsEntry("b", "2026-11-23")
                .containsEntry("c", "1_000")
                .containsEntry("d", "0x1F")
                .containsEntry("e", "1e3")
                .containsEntry("f", "1.0")
                .containsEntry("g", "on")
                .containsEntry("h", "12345678901234567890");
    }

    @Test
    void defusesABombOfAliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 9; level++) {
            bomb.append("a%d: &a%d [".formatted(level, level));
            bomb.append("*a%d, ".formatted(level - 1).repeat(5)).append("x]\n");
        }
        assertThat(problems(bomb.toString()))
                .containsExactly(
                        "a.yaml:7 the document is too large or too deeply nested, with its aliases written out");
        assertThat(problems("a: &a [x]\nb: [" + "*a, ".repeat(100) + "x]"))
                .singleElement()
                .asString()
                .contains("Number of aliases");
        assertThat(problems("a: &a [*a]\n")).isNotEmpty();
        assertThat(problems("a: " + "[".repeat(100) + "]".repeat(100))).isNotEmpty();
    }

    @Test
    void takesNoMoreThanItCanBear() {
        assertThat(problems("# " + "x".repeat(YamlFiles.LARGEST)))
                .singleElement()
                .asString()
                .contains("larger than");
        assertThat(YamlFiles.read(List.of()).problems()).hasSize(1);
    }

    private static List<String> problems(String text) {
        var files = YamlFiles.read(List.of(new SourceDocument("a.yaml", text)));
        var problems = new ArrayList<>(files.problems());
        if (problems.isEmpty()) {
            files.documents().forEach(document -> problems.addAll(SCHEMA.problems(document)));
        }
        return problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.reason())
                .toList();
    }
}
