package dev.slipway.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ContextsTests {

    private static final String FULL = """
            description: What payments needs everywhere.
            priority: 3
            variables: {LOG_LEVEL: debug, POOL: 8, RATIO: 0.50}
            secrets: [DB_PASSWORD, KUBECONFIG]
            files:
              - {path: etc/app.properties, content: "a=1\\n"}
              - {path: kube/config, secret: KUBECONFIG, executable: true}
            hooks:
              - {name: migrate, when: before, command: [./migrate.sh, up], timeout: 2m}
              - {name: warm-up, when: after, steps: [deploy, restore], command: [./warm.sh], directory: /srv}
            """;

    @TempDir
    Path folder;

    @EveryDatabase
    void takesInWhatDocumentsSayAndWritesItBack(Database database) {
        var study = study(database);

        assertThat(study.apply(Study.context("shared", "{product: payments}", FULL)))
                .containsExactly("context shared added");
        assertThat(study.apply(Study.context("shared", "{product: payments}", FULL)))
                .isEmpty();
        assertThat(study.apply(Study.context("shared", "{product: payments}", FULL.replace("debug", "info"))))
                .containsExactly("context shared changed: variables.LOG_LEVEL");
        assertThat(study.contexts.find("shared"))
                .hasValueSatisfying(context ->
                        assertThat(ContextText.read(ContextText.write(context))).isEqualTo(context));
        assertThat(study.contexts.past("shared"))
                .extracting(Contexts.Past::revision)
                .containsExactly(2, 1);
        assertThat(database.published(ContextEvent.Described.class)).hasSize(2);
    }

    @EveryDatabase
    void refusesWhatIsWrongWithItsLine(Database database) {
        var study = study(database);

        assertThat(study.refusals(Study.context("shared", "{product: paymints}", "")))
                .containsExactly("4 there is no product 'paymints'; there are: payments");
        assertThat(study.refusals(Study.context("shared", "{environmentLabels: {region: us}}", "")))
                .containsExactly("4 nothing has the label region=us; label something first");
        assertThat(study.refusals(Study.context("shared", "{everywhere: true}", """
                        variables: {A: 1, SLIPWAY_SHARE: 100}
                        secrets: [A]
                        files: [{path: ../passwd, content: x}, {path: b, secret: B}]
                        """)))
                .containsExactlyInAnyOrder(
                        "5 names that begin with SLIPWAY_ are Slipway's own; choose another",
                        "6 'A' is a variable of this context already",
                        "7 must be a path within the folder of files, without '..'",
                        "7 'B' is no secret of this context; list it under secrets");
        assertThat(study.refusals(Study.context("shared", "{everywhere: true}", "colour: red")))
                .singleElement()
                .asString()
                .contains("does not know the field 'colour'");
        assertThat(study.contexts.all()).isEmpty();
    }

    @EveryDatabase
    void resolvesAndKeepsWhatHeldByItsDigest(Database database) {
        var study = study(database);
        study.apply(
                Study.context("shared", "{product: payments}", "variables: {LEVEL: debug, POOL: 8}"),
                Study.context("live", "{environmentLabels: {tier: gold}}", "variables: {LEVEL: warn}"));

        var before = study.resolved();
        study.contexts.keep(before.snapshot());
        study.contexts.keep(before.snapshot());
        study.apply(Study.context("live", "{environment: production}", "variables: {LEVEL: error}"));

        assertThat(before.snapshot().variables()).containsEntry("LEVEL", "warn").containsEntry("POOL", "8");
        assertThat(study.contexts
                        .resolve(Study.SERVICE, Study.STAGING)
                        .snapshot()
                        .variables())
                .containsEntry("LEVEL", "debug");
        assertThat(study.resolved().digest()).isNotEqualTo(before.digest());
        assertThat(study.contexts.kept(before.digest())).contains(before.snapshot());
        assertThat(study.contexts.kept("")).contains(Snapshot.EMPTY);
    }

    @EveryDatabase
    void dropsAContextForAReason(Database database) {
        var study = study(database);
        study.apply(Study.context("shared", "{product: payments}", "variables: {A: 1}"));

        assertThat(study.contexts.drop("shared", " ")).isInstanceOf(Keeping.Refused.class);
        assertThat(study.contexts.drop("other", "Gone.")).isInstanceOf(Keeping.Refused.class);
        study.permitted.set(false);
        assertThat(study.contexts.drop("shared", "Gone.")).isInstanceOf(Keeping.Refused.class);
        study.permitted.set(true);
        assertThat(study.contexts.drop("shared", "Gone.")).isEqualTo(new Keeping.Kept(2));
        assertThat(study.contexts.all()).isEmpty();
        assertThat(study.resolved().digest()).isEmpty();
        assertThat(study.contexts.past("shared").get(0).context()).isEmpty();
        assertThat(study.apply(Study.context("shared", "{product: payments}", "variables: {A: 1}")))
                .containsExactly("context shared added");
    }

    private Study study(Database database) {
        var study = new Study(database, folder);
        study.landscape();
        return study;
    }
}
