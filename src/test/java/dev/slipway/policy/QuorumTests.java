package dev.slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTests {

    @ParameterizedTest
    @CsvSource({
        "60, 4, 2",
        "50, 5, 3",
        "25, 10, 3",
        "24, 10, 2",
        "10, 3, 1",
        "60, 0, 1",
        "0, 9, 1",
        "100, 7, 7",
        "150, 7, 7"
    })
    void aShareIsRoundedToTheNearestAndNeverNobody(int share, int people, int seats) {
        assertThat(Quorum.percent(share).seats(people)).isEqualTo(seats);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "5, 5"})
    void allIsEverybodyAndNeverNobody(int people, int seats) {
        assertThat(Quorum.ALL.seats(people)).isEqualTo(seats);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5"})
    void theFirstAnswerIsOneSeat(int people) {
        assertThat(Quorum.FIRST.seats(people)).isEqualTo(1);
    }
}
