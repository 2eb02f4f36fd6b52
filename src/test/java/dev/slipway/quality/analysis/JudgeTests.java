package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Recordings.counted;
import static dev.slipway.quality.analysis.Recordings.figure;
import static dev.slipway.quality.analysis.Recordings.measured;
import static dev.slipway.quality.analysis.Recordings.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.quality.statistics.Errors;
import dev.slipway.release.AcceptanceCriterion.Direction;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class JudgeTests {

    @Test
    void tellsAFailureWithItsFigures() {
        var judgement = judge(counted(share(0.01, Direction.INCREASE), 49, 1200, 5, 1180));

        assertThat(judgement.finding()).isEqualTo(Finding.FAIL);
        assertThat(judgement.words()).isEqualTo("fails: 4.08 % of 1,200 against 0.42 % of 1,180, p < 0.0001");
        assertThat(judgement.figures())
                .containsEntry("hits", 49.0)
                .containsEntry("former total", 1180.0)
                .containsEntry("tolerated", 0.01)
                .containsKeys("p", "upper bound", "change for the worse", "error of failing");
    }

    @Test
    void passesOnlyWhatIsCertainlyNotWorseThanTolerated() {
        assertThat(judge(counted(share(0.01, Direction.INCREASE), 4, 1200, 5, 1180))
                        .finding())
                .isEqualTo(Finding.PASS);
        assertThat(judge(counted(share(0.01, Direction.INCREASE), 9, 400, 5, 400))
                        .finding())
                .isEqualTo(Finding.INCONCLUSIVE);
        assertThat(judge(counted(share(0.01, Direction.INCREASE), 0, 299, 0, 3000))
                        .finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);
    }

    @Test
    void looksInTheDirectionThatIsForTheWorse() {
        assertThat(judge(counted(share(0.01, Direction.DECREASE), 900, 1000, 990, 1000))
                        .finding())
                .isEqualTo(Finding.FAIL);
        assertThat(judge(counted(share(0.01, Direction.DECREASE), 990, 1000, 900, 1000))
                        .finding())
                .isEqualTo(Finding.PASS);
        assertThat(judge(counted(share(0.01, Direction.EITHER), 990, 1000, 900, 1000))
                        .finding())
                .isEqualTo(Finding.FAIL);
        assertThat(judge(measured(figure(0.1, Direction.DECREASE), around(50), around(100)))
                        .finding())
                .isEqualTo(Finding.FAIL);
        assertThat(judge(measured(figure(0.1, Direction.INCREASE), around(50), around(100)))
                        .finding())
                .isEqualTo(Finding.PASS);
        assertThat(judge(measured(figure(0.1, Direction.EITHER), around(50), around(100)))
                        .finding())
                .isEqualTo(Finding.FAIL);
    }

    @Test
    void asksAPersonWhereThereAreFewerThanFive() {
        var four = new double[] {1, 2, 3, 4};

        assertThat(judge(measured(figure(0.1, Direction.INCREASE), new double[] {91, 92, 93, 94}, four))
                        .finding())
                .isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(judge(measured(figure("<=", 9, 0), four)).finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
    }

    @Test
    void countsMissedMeasurements() {
        assertThat(judge(measured(figure("<=", 0.5, 1), new double[] {0.1, 0.7, 0.2, 0.3, 0.4}))
                        .words())
                .isEqualTo("passes: 4 of 5 measurements are <= 0.5, the worst is 0.7");
        assertThat(judge(measured(figure("<=", 0.5, 0), new double[] {0.1, 0.7, 0.2, 0.3, 0.4}))
                        .words())
                .isEqualTo("fails: 1 of 5 measurements are not <= 0.5, the worst is 0.7; 0 may be");
        assertThat(judge(measured(figure(">", 0.5, 0), new double[] {0.6, 0.7, 0.8, 0.9, 0.55}))
                        .finding())
                .isEqualTo(Finding.PASS);
    }

    @Test
    void holdsAShareAgainstAThresholdExactly() {
        assertThat(judge(counted(share("<=", 0.01), 0, 300, 0, 0)).finding()).isEqualTo(Finding.PASS);
        assertThat(judge(counted(share("<=", 0.01), 0, 299, 0, 0)).finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(judge(counted(share("<=", 0.01), 10, 1000, 0, 0)).finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(judge(counted(share("<=", 0.01), 5, 20, 0, 0)).finding()).isEqualTo(Finding.FAIL);
        assertThat(judge(counted(share(">=", 0.99), 970, 1000, 0, 0)).finding()).isEqualTo(Finding.FAIL);
        assertThat(judge(counted(share(">=", 0.99), 1000, 1000, 0, 0)).finding())
                .isEqualTo(Finding.PASS);
    }

    @Test
    void isNotImpressedByAFewErrorsAmongMany() {
        var kayenta426 = measured(figure(0.25, Direction.INCREASE), new double[] {0, 1, 2, 1, 0, 0}, new double[6]);

        assertThat(judge(kayenta426).finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(judge(measured(figure(0.25, Direction.INCREASE), new double[6], new double[6]))
                        .finding())
                .isEqualTo(Finding.PASS);
    }

    @Test
    void neverPassesOnWhatWasNotAnswered() {
        var criterion = figure(0.25, Direction.INCREASE);

        assertThat(judge(measured(criterion, around(100))).finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
        assertThat(judge(measured(criterion, new double[] {Double.NaN, Double.NaN, Double.NaN}, around(100)))
                        .words())
                .isEqualTo("not enough data: 0 measurements against 20; 5 are needed on each side");
    }

    @Test
    void failsTheWholeByOneFailureAndPassesItOnlyByAll() {
        assertThat(Finding.of(List.of(Finding.PASS, Finding.FAIL, Finding.NOT_ENOUGH_DATA)))
                .isEqualTo(Finding.FAIL);
        assertThat(Finding.of(List.of(Finding.PASS, Finding.INCONCLUSIVE))).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(Finding.of(List.of())).isEqualTo(Finding.NOT_ENOUGH_DATA);
    }

    private static double[] around(double middle) {
        return DoubleStream.iterate(middle - 1, value -> value + 0.1).limit(20).toArray();
    }

    private static Judgement judge(Recording recording) {
        return Judge.judge(recording, Errors.ofLastLook()).orElseThrow();
    }
}
