package dev.slipway.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuorumTests {

    @Test
    void roundsAShareToTheNearestAndNeverToNobody() {
        assertThat(quorum("50 %").of(5)).isEqualTo(3);
        assertThat(quorum("50%").of(4)).isEqualTo(2);
        assertThat(quorum("33 %").of(4)).isEqualTo(1);
        assertThat(quorum("1 %").of(3)).isEqualTo(1);
        assertThat(quorum("100 %").of(7)).isEqualTo(7);
    }

    @Test
    void takesANumberAsItIs() {
        assertThat(quorum("3").of(2)).isEqualTo(3);
        assertThat(quorum("3")).hasToString("3");
        assertThat(quorum("50%")).hasToString("50 %");
    }

    @Test
    void readsNothingElse() {
        for (var text : new String[] {"", "0", "all", "101 %", "-1", "1.5"}) {
            assertThat(Quorum.parse(text)).as(text).isEmpty();
        }
    }

    private static Quorum quorum(String text) {
        return Quorum.parse(text).orElseThrow();
    }

    @EveryDatabase
    void keepsTheQuorumOfAMeetingThatHasBegun(Database database) {
        var hall = new Hall(database);
        var meeting = hall.plan("2026-11-24T14:00");
        hall.as("slipway");
        assertThat(hall.boards.describe(Hall.BOARD, "Board", "cab", "carl", "2"))
                .isInstanceOf(Advising.Described.class);
        hall.later(Duration.ofDays(1).plusHours(2));

        assertThat(((Advising.Refused) hall.boards.describe(Hall.BOARD, "Board", "cab", "carl", "1")).flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("has begun", "Publish the minutes"));
        assertThat(hall.boards.describe(Hall.BOARD, "The board", "cab", "cleo", "2"))
                .isInstanceOf(Advising.Described.class);

        hall.boards.cancel(meeting.id(), "Nobody came.");
        assertThat(hall.boards.describe(Hall.BOARD, "Board", "cab", "carl", "1"))
                .isInstanceOf(Advising.Described.class);
    }
}
