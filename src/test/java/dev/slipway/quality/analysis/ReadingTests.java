package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Recordings.line;
import static dev.slipway.quality.analysis.Recordings.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.quality.analysis.Reading.Counts;
import dev.slipway.quality.analysis.Reading.Unusable;
import dev.slipway.quality.analysis.Reading.Values;
import dev.slipway.quality.statistics.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTests {

    @Test
    void leavesOutWhatIsNoNumber() {
        var reading = (Values) Reading.values(series(1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5), 8);

        assertThat(reading.values()).containsExactly(1, 3, 5);
        assertThat(reading.missing()).isEqualTo(5);
    }

    @Test
    void takesAnEmptyAnswerForNoMeasurement() {
        assertThat(((Values) Reading.values(Answer.of(List.of()), 8)).values()).isEmpty();
        assertThat(Reading.counts(Answer.of(List.of()), series(0, 100)))
                .isInstanceOfSatisfying(Unusable.class, unusable -> {
                    assertThat(unusable.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
                    assertThat(unusable.reason()).contains("or 0 *");
                });
        assertThat(Reading.counts(series(0, 1), Answer.of(List.of()))).isInstanceOf(Unusable.class);
    }

    @Test
    void doesNotChooseAmongSeveralSeries() {
        assertThat(Reading.values(Answer.of(List.of(line(0, 1, 2), line(0, 3, 4))), 2))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.finding()).isEqualTo(Finding.INCONCLUSIVE));
    }

    @Test
    void noticesThatItAsksMoreOftenThanPrometheusMeasures() {
        assertThat(Reading.values(series(0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.2, 0.2, 0.2), 9))
                .isInstanceOf(Unusable.class);
        assertThat(Reading.values(series(1, 1, 1, 2, 2, 2), 6)).isInstanceOf(Values.class);
        assertThat(Reading.values(series(0.5, 0.5, 0.5, 0.5, 0.5), 5)).isInstanceOf(Values.class);
    }

    @Test
    void addsUpCountersAlsoOverTheirRestarts() {
        var total = Answer.of(List.of(line(0, 100, 160, 200), line(0, 50, 10, 40)));

        assertThat(Reading.counts(series(3, 4, 6), total)).isEqualTo(new Counts(new Share(3, 140)));
    }

    @Test
    void countsFromZeroWhatBeginsLaterThanTheRest() {
        var hits = Answer.of(List.of(line(2, 1, 4)));

        assertThat(Reading.counts(hits, Answer.of(List.of(line(0, 0, 50, 80, 100)))))
                .isEqualTo(new Counts(new Share(4, 100)));
        assertThat(Reading.counts(Answer.of(List.of(line(0, 7, 9))), Answer.of(List.of(line(0, 1000, 1100)))))
                .isEqualTo(new Counts(new Share(2, 100)));
    }

    @Test
    void refusesSumsOfCountersThatFall() {
        assertThat(Reading.counts(series(0, 0, 0), series(1000, 900, 950)))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("leave out sum"));
    }

    @Test
    void refusesMoreHitsThanThereCanBe() {
        assertThat(Reading.counts(series(0, 10), series(0, 9))).isInstanceOf(Unusable.class);
    }
}
