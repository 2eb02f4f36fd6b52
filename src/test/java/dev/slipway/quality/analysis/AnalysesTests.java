package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Recordings.figure;
import static dev.slipway.quality.analysis.Recordings.share;
import static dev.slipway.quality.analysis.Ward.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.quality.analysis.FakePrometheus.Behaviour;
import dev.slipway.release.Acceptance;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class AnalysesTests {

    private static final AcceptanceCriterion FAILURES = share(0.01, Direction.INCREASE);
    private static final AcceptanceCriterion LATENCY = figure("<=", 0.5, 1);

    private final FakePrometheus prometheus = new FakePrometheus();

    @AfterEach
    void close() {
        prometheus.close();
    }

    @EveryDatabase
    void passesAGoodVersionAtTheEnd(Database database) {
        say(0.002, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES, LATENCY);

        assertThat(ward.look(0)).isInstanceOf(Looking.GoesOn.class);
        assertThat(ward.look(31)).isInstanceOf(Looking.GoesOn.class);
        assertThat(ward.look(599)).isInstanceOf(Looking.GoesOn.class);
        var ended = (Looking.Ended) ward.look(600);

        assertThat(ended.analysis().finding()).isEqualTo(Finding.PASS);
        assertThat(ended.analysis().looks()).isEqualTo(3);
        assertThat(ended.analysis().judgements())
                .extracting(Judgement::criterion)
                .containsExactly("failed-requests", "latency");
        assertThat(prometheus.asked()).contains("failed{version=\"2.0.0\"}", "requests{version=\"1.9.0\"}", "latency");
        assertThat(database.published(AnalysisEvent.Ended.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.facts().get("finding")).isEqualTo("pass");
                    assertThat(event.facts().get("evidence")).isNotNull();
                    assertThat(event.chain()).isEqualTo(RELEASE.value());
                });
    }

    @EveryDatabase
    void comparesNothingInTheDarkAndPassesNothingThere(Database database) {
        say(0.05, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES);

        var dark = ((Looking.Ended) ward.look("dark", 600, 0)).analysis();
        assertThat(dark.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(dark.reason()).isEqualTo("nothing could be compared: nobody uses the new version yet");
        assertThat(((Looking.Ended) ward.look("all", 600, 100)).analysis().finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(prometheus.asked()).isEmpty();
    }

    @EveryDatabase
    void failsInTheDarkWhatMissesAThresholdThereAndPassesNothingLaterByIt(Database database) {
        say(0.05, 0.002);
        var ward = new Ward(database, prometheus.address(), LATENCY, FAILURES);
        assertThat(((Looking.Ended) ward.look("dark", 600, 0)).analysis().finding())
                .isEqualTo(Finding.PASS);
        ward.acceptance = new Acceptance(List.of(FAILURES), null, null, null, null);
        assertThat(((Looking.Ended) ward.look("all", 600, 100)).analysis().finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);

        ward.acceptance = new Acceptance(List.of(figure("<=", 0.01, 1)), null, null, null, null);
        assertThat(((Looking.Ended) ward.look("darker", 300, 0)).analysis().finding())
                .isEqualTo(Finding.FAIL);
    }

    @EveryDatabase
    void asksNobodyAboutTheProductsCriteriaWhereNoPrometheusIsNamed(Database database) {
        var ward = new Ward(database, null, FAILURES);
        assertThat(ward.analyses.isAsked(RELEASE, Ward.PRODUCTION)).isTrue();

        ward.acceptance = new Acceptance(List.of(FAILURES), null, null, null, null, 3);
        assertThat(ward.analyses.isAsked(RELEASE, Ward.PRODUCTION)).isFalse();
        ward.prometheus = prometheus.address();
        assertThat(ward.analyses.isAsked(RELEASE, Ward.PRODUCTION)).isTrue();
    }

    @EveryDatabase
    void failsABadVersionAsSoonAsItShows(Database database) {
        say(0.05, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES);

        var ended = (Looking.Ended) ward.look(31);

        assertThat(ended.analysis().finding()).isEqualTo(Finding.FAIL);
        assertThat(ended.analysis().reason())
                .isEqualTo("failed-requests fails: 5 % of 600 against 0.17 % of 600, p < 0.0001");
        assertThat(((Looking.Ended) ward.look(80)).analysis().looks()).isEqualTo(1);
    }

    @EveryDatabase
    void looksNoMoreOftenThanItsErrorsAllow(Database database) {
        say(0.002, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES);

        for (var second = 0; second < 600; second++) {
            ward.look(second);
        }

        assertThat(ward.end().looks()).isLessThanOrEqualTo(20);
    }

    @EveryDatabase
    void keepsEverythingAndCanJudgeItAgain(Database database) {
        say(0.002, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES, LATENCY);
        var analysis = ward.end();
        prometheus.close();

        var again = JudgedAgain.of(analysis, ward.analyses.judgeAgain(analysis));
        var kept = ward.analyses.measurements(analysis).orElseThrow();

        assertThat(again.same()).isTrue();
        assertThat(again.finding()).isEqualTo("pass");
        assertThat(kept.recordings())
                .hasSize(2)
                .allSatisfy(recording -> assertThat(recording.questions())
                        .allSatisfy(question ->
                                assertThat(question.answer().series()).isNotEmpty()));
        assertThat(kept.recordings().get(0).criterion()).isEqualTo(FAILURES);
        assertThat(ward.analyses.looks(analysis)).hasSize(1);
        assertThat(ward.analyses.of(RELEASE)).containsExactly(analysis);
    }

    @EveryDatabase
    void neverPassesWhereNobodyAnswers(Database database) {
        say(0.002, 0.002);
        for (var behaviour : Behaviour.values()) {
            if (behaviour != Behaviour.WELL) {
                prometheus.behaves(behaviour);
                var ward = new Ward(database, prometheus.address(), FAILURES);

                var analysis = ((Looking.Ended) ward.look(behaviour.name(), 631, 20)).analysis();

                assertThat(analysis.finding()).as(behaviour.name()).isEqualTo(Finding.NOT_ENOUGH_DATA);
                assertThat(analysis.reason()).as(behaviour.name()).contains("Prometheus");
            }
        }
    }

    @EveryDatabase
    void neverPassesOnEmptyAnswersOrWhatIsNoNumber(Database database) {
        var ward = new Ward(database, prometheus.address(), FAILURES, LATENCY);
        assertThat(ward.end().finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);

        prometheus
                .says("requests", at -> Double.NaN)
                .says("failed", at -> Double.NaN)
                .says("latency", at -> Double.NaN);
        assertThat(((Looking.Ended) ward.look("v2", 631, 20)).analysis().finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);
    }

    @EveryDatabase
    void asksASilentPrometheusAgainForAWhile(Database database) {
        say(0.002, 0.002);
        prometheus.behaves(Behaviour.BROKEN);
        var ward = new Ward(database, prometheus.address(), FAILURES);

        assertThat(ward.look(605)).isInstanceOf(Looking.GoesOn.class);
        prometheus.behaves(Behaviour.WELL);

        assertThat(((Looking.Ended) ward.look(610)).analysis().finding()).isEqualTo(Finding.PASS);
    }

    @EveryDatabase
    void saysWhereNobodyCanBeAsked(Database database) {
        var unreachable = new Ward(database, URI.create("http://127.0.0.1:1"), LATENCY);
        var unknown = new Ward(database, null, LATENCY);

        assertThat(unreachable.end().reason()).contains("cannot be reached");
        assertThat(((Looking.Ended) unknown.look("v2", 631, 20)).analysis().reason())
                .contains("slipway.prometheus.url");
    }

    @EveryDatabase
    void goesOnWithWhatWasMeasuredWhenSomebodyWatchesLonger(Database database) {
        say(0.002, 0.002);
        prometheus.behaves(Behaviour.REFUSING);
        var ward = new Ward(database, prometheus.address(), FAILURES);
        var first = ward.end();
        prometheus.behaves(Behaviour.WELL);

        ward.clock.now = Ward.BEGUN.plusSeconds(1260);
        var again = ward.analyses.look(new AnalysisOrder(
                "v2", RELEASE, Ward.PRODUCTION, "1.9.0", 20, Ward.BEGUN.plusSeconds(640), Duration.ofMinutes(10)));

        assertThat(first.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(((Looking.Ended) again).analysis().finding()).isEqualTo(Finding.PASS);
        assertThat(((Looking.Ended) again).analysis().from()).isEqualTo(Ward.BEGUN);
    }

    @EveryDatabase
    void comparesNothingWithNothingWhenAllHaveTheNewVersion(Database database) {
        say(0.002, 0.002);
        var ward = new Ward(database, prometheus.address(), FAILURES);

        assertThat(((Looking.Ended) ward.look("all", 631, 100)).analysis().finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(ward.end().finding()).isEqualTo(Finding.PASS);
        assertThat(((Looking.Ended) ward.look("later", 631, 100)).analysis().finding())
                .isEqualTo(Finding.PASS);
    }

    /** Twenty requests a second on either side. */
    private void say(double own, double former) {
        prometheus
                .says("failed{version=\"2.0.0\"}", at -> Math.round(20 * at * own))
                .says("failed{version=\"1.9.0\"}", at -> Math.round(20 * at * former))
                .says("requests", at -> 20 * at)
                .says("latency", at -> 0.2 + at % 7 / 100);
    }
}
