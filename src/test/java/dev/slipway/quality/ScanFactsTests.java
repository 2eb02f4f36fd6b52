package dev.slipway.quality;

import static dev.slipway.quality.Laboratory.report;
import static dev.slipway.quality.Neighbourhood.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.policy.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class ScanFactsTests {

    private static final String ONE_OF_EACH =
            "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{\"level\": \"error\"}, {\"level\": \"warning\"}]}]}";
    private static final String UNFINISHED = "{\"version\": \"2.1.0\", \"runs\": [{}]}";

    private final Neighbourhood neighbours = new Neighbourhood();

    @EveryDatabase
    void areSummedUpOverTheScansAndUnknownBefore(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        assertThat(facts(database)).containsEntry(Fact.SCAN_FINDINGS, -1).containsEntry(Fact.SCAN_ERRORS, -1);

        attach(laboratory, "codeql", ONE_OF_EACH);
        attach(laboratory, "trivy", ONE_OF_EACH);
        assertThat(facts(database)).containsEntry(Fact.SCAN_FINDINGS, 4).containsEntry(Fact.SCAN_ERRORS, 2);
        assertThat(Measures.of(laboratory.quality.standing(RELEASE).evidence()))
                .containsEntry("sarif.errors", "2")
                .containsEntry("sarif.trivy.errors", "1");

        attach(laboratory, "trivy", UNFINISHED);
        assertThat(facts(database)).containsEntry(Fact.SCAN_FINDINGS, -1).containsEntry(Fact.SCAN_ERRORS, -1);
        assertThat(Measures.of(laboratory.quality.standing(RELEASE).evidence()))
                .doesNotContainKey("sarif.errors")
                .containsEntry("sarif.codeql.errors", "1");
    }

    @EveryDatabase
    void knowTestsThatEndedWithAnError(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", report("unit", 1));

        assertThat(facts(database)).containsEntry(Fact.TESTS_FAILED, 1).containsEntry(Fact.TESTS_BROKEN, 0);
    }

    @EveryDatabase
    void areRefusedWhereTheyAreNoScan(Database database) {
        var laboratory = new Laboratory(database, neighbours);

        assertThat(attach(laboratory, "codeql", "{}")).isInstanceOfSatisfying(Attaching.Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("content");
            assertThat(refused.reason()).contains("as a SARIF report it has no version");
        });
        assertThat(laboratory.rows("quality_evidence")).isZero();
    }

    private static Attaching attach(Laboratory laboratory, String name, String json) {
        return laboratory.attach(name, Evidence.Kind.SARIF, name + ".sarif", json.getBytes(StandardCharsets.UTF_8));
    }

    private Map<Fact, Object> facts(Database database) {
        var subject = neighbours.subject(RELEASE).orElseThrow();
        return new TestFacts(new EvidenceRepository(database.jdbc())).about(subject.release(), subject.candidate());
    }
}
