package dev.slipway.demo;

import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo a change advisory board, and it a meeting to come. */
@Component
@Profile("demo")
class DemoBoard {

    private static final String BOARD = "cab";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    private final AdvisoryBoards boards;
    private final Clock clock;

    DemoBoard(AdvisoryBoards boards, Clock clock) {
        this.boards = boards;
        this.clock = clock;
    }

    void ensure() {
        if (boards.board(BOARD).isEmpty()) {
            expect(boards.describe(BOARD, "Change advisory board", "cab", "alan", "50 %"));
            var day = clock.instant().atZone(ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
            expect(boards.plan(BOARD, day.atTime(AFTERNOON).toString(), ZONE.getId(), "Bletchley Park, Hut 8"));
        }
    }

    private static void expect(Advising advising) {
        if (advising instanceof Advising.Refused refused) {
            throw new IllegalStateException("the demo's board is refused: " + refused.flaws());
        }
    }
}
