package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.policy.Fact;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the page about facts against their one declaration, and the facts that are gathered against it too. {@code -Dslipway.update} writes the page. */
class FactsReferenceTests extends ProcessTest {

    private static final Path PAGE = Path.of("docs/reference/facts.md");
    private static final String BEGIN = "<!-- written by FactsReferenceTests -->\n";

    @Test
    void thePageListsEveryFactAsItIsDeclared() throws IOException {
        var page = Files.readString(PAGE);
        var prose = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        if (System.getProperty("slipway.update") != null) {
            Files.writeString(PAGE, prose + table());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(prose + table());
    }

    @Test
    void everyTableGetsEveryFactAboutTheReleaseAndNoOther() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        var facts = flows.bean(ReleaseFacts.class)
                .of(flows.release(id), flows.bean(Releases.class).candidate(id));

        assertThat(facts.keySet())
                .containsExactlyElementsOf(
                        Fact.ofReleases().stream().map(Fact::key).toList());
        assertThat(facts)
                .allSatisfy((name, value) -> assertThat(value)
                        .isInstanceOf(
                                switch (Fact.of(name).orElseThrow().type()) {
                                    case TEXT -> String.class;
                                    case NUMBER -> Integer.class;
                                    case TRUTH -> Boolean.class;
                                }));
        assertThat(facts)
                .containsEntry("commits", 2)
                .containsEntry("features", 2)
                .containsEntry("kindOfChange", "feature")
                .containsEntry("filesChanged", 0)
                .containsEntry("linesChanged", 0)
                .containsEntry("databaseMigration", false)
                .containsEntry("componentsTouched", 1)
                .containsEntry("touchedComponents", "service")
                .containsEntry("testsRun", -1)
                .containsEntry("evidence", "")
                .containsEntry("openRisks", 0)
                .containsEntry("highestOpenRisk", "none")
                .containsEntry("daysSinceDrill", -1)
                .containsEntry("failureRate", -1)
                .containsEntry("componentFailureRate", -1);
    }

    private static String table() {
        var rows = new StringBuilder("| fact | type | unit | tables | meaning |\n|---|---|---|---|---|\n");
        for (var fact : Fact.values()) {
            var tables = fact.tables().isEmpty()
                    ? "all"
                    : String.join(", ", fact.tables().stream().sorted().toList());
            rows.append(String.join(
                            " | ",
                            List.of(
                                    "| `" + fact.key() + "`",
                                    fact.type().word(),
                                    fact.unit().isEmpty() ? "" : fact.unit(),
                                    tables,
                                    fact.meaning())))
                    .append(" |\n");
        }
        return rows.toString();
    }
}
