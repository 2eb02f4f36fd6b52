package dev.slipway.quality;

import static dev.slipway.quality.Laboratory.GREEN;
import static dev.slipway.quality.Laboratory.report;
import static dev.slipway.quality.Neighbourhood.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.List;
import java.util.Map;

class GateTests {

    private final Neighbourhood neighbours = new Neighbourhood();

    @EveryDatabase
    void passesWhenEveryCriterionHolds(Database database) {
        neighbours
                .requiring("junit.failures", "=", "0")
                .requiring("junit.tests", ">=", "3")
                .requiring("junit.seconds", "<=", "0.30")
                .requiring("document.uat-report", "present", "");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);
        laboratory.document("uat-report", "uat.txt", "all well");

        var gate = laboratory.assess("uat-exit");

        assertThat(gate.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(gate.criteria())
                .containsExactly(
                        new Criterion("junit.failures", "0", "= 0", Verdict.PASSED),
                        new Criterion("junit.tests", "3", ">= 3", Verdict.PASSED),
                        new Criterion("junit.seconds", "0.3", "<= 0.30", Verdict.PASSED),
                        new Criterion("document.uat-report", "uat.txt", "present", Verdict.PASSED));
        assertThat(laboratory.quality.gates(RELEASE)).containsExactly(gate);
    }

    @EveryDatabase
    void isMissingWithoutItsEvidence(Database database) {
        neighbours.requiring("junit.failures", "=", "0").requiring("document.uat-report", "present", "");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);

        var gate = laboratory.assess("uat-exit");

        assertThat(gate.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(gate.criteria().get(1))
                .isEqualTo(new Criterion("document.uat-report", "", "present", Verdict.MISSING));
    }

    @EveryDatabase
    void isMissingWithoutCriteria(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);

        var gate = laboratory.assess("forgotten");

        assertThat(gate.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(gate.criteria()).extracting(Criterion::name).containsExactly("no criteria defined");
    }

    @EveryDatabase
    void hasFailedRatherThanMissing(Database database) {
        neighbours.requiring("document.uat-report", "present", "").requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", report("unit", 2));

        assertThat(laboratory.assess("uat-exit").verdict()).isEqualTo(Verdict.FAILED);
    }

    @EveryDatabase
    void isMissingWhereNoTestRan(Database database) {
        neighbours.requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", "<testsuite tests='0'/>");

        assertThat(laboratory.assess("checks").verdict()).isEqualTo(Verdict.MISSING);
    }

    @EveryDatabase
    void addsUpReportsAndLooksAtEachByName(Database database) {
        neighbours
                .requiring("junit.tests", "=", "6")
                .requiring("junit.failures", "=", "1")
                .requiring("junit.unit-tests.failures", "=", "0")
                .requiring("junit.load-tests.failures", "=", "1");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);
        laboratory.junit("load-tests", report("load", 1));

        assertThat(laboratory.assess("checks").verdict()).isEqualTo(Verdict.PASSED);
    }

    @EveryDatabase
    void looksAtTheNewestOfEachName(Database database) {
        neighbours.requiring("junit.failures", "=", "0").requiring("junit.tests", "=", "3");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", report("unit", 3));
        laboratory.junit("unit-tests", GREEN);

        assertThat(laboratory.assess("checks").verdict()).isEqualTo(Verdict.PASSED);
    }

    @EveryDatabase
    void looksAtNoEvidenceOfAnOlderCandidate(Database database) {
        neighbours.requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);
        var before = laboratory.assess("checks");

        neighbours.candidate = 'b';
        var after = laboratory.assess("checks");

        assertThat(before.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(after.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(laboratory.quality.gates(RELEASE)).containsExactly(after, before);
        assertThat(laboratory.quality.standing(RELEASE).gates()).containsExactly(after);
    }

    @EveryDatabase
    void standsByTheLastAssessmentOfEachGate(Database database) {
        neighbours.requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.assess("qa");
        var checks = laboratory.assess("checks");
        laboratory.junit("unit-tests", GREEN);
        var qa = laboratory.assess("qa");

        assertThat(laboratory.quality.standing(RELEASE).gates()).containsExactly(checks, qa);
    }

    @EveryDatabase
    void journalsEveryFigure(Database database) {
        neighbours.requiring("junit.failures", "=", "0");
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", report("unit", 1));
        laboratory.assess("checks");

        var event = database.published(QualityEvent.Assessed.class).get(0);
        assertThat(event.act()).isEqualTo("gate.assessed");
        assertThat(event.facts().get("verdict")).isEqualTo("failed");
        assertThat(event.facts().get("criteria"))
                .isEqualTo(List.of(
                        Map.of("name", "junit.failures", "measured", "1", "required", "= 0", "verdict", "failed")));
    }
}
