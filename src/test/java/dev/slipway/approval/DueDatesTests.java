package dev.slipway.approval;

import static dev.slipway.approval.Neighbourhood.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.time.Duration;
import java.util.List;

/** The rules leave four hours, and the escalation comes after three; a meeting adds a day. */
class DueDatesTests {

    private final Neighbourhood neighbours =
            new Neighbourhood().person("quin", "qa").asking("qa", 1);

    @EveryDatabase
    void areThoseOfTheRulesWhereNobodyMeets(Database database) {
        var ballot = new Ballot(database, neighbours);

        var approval = ballot.open();

        assertThat(ballot.reconsiderDue(approval)).isEqualTo(approval);
        assertThat(approval.due()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(database.published(ApprovalEvent.DueMoved.class)).isEmpty();
    }

    @EveryDatabase
    void leaveTimeForTheMeetingFromTheStart(Database database) {
        var ballot = new Ballot(database, neighbours);
        ballot.meeting = NOW.plus(Duration.ofDays(6));

        var approval = ballot.open();

        assertThat(approval.due()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(approval.times().escalateAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)).minus(Duration.ofHours(1)));
        assertThat(ballot.again(approval)).isEqualTo(approval);
        assertThat(database.published(ApprovalEvent.DueMoved.class))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.before()).isEqualTo(NOW.plus(Duration.ofHours(4)));
                    assertThat(moved.meeting()).isEqualTo(ballot.meeting);
                });
    }

    @EveryDatabase
    void followTheMeetingBackAndForthButNeverBeforeTheRules(Database database) {
        var ballot = new Ballot(database, neighbours);
        ballot.meeting = NOW.plus(Duration.ofDays(6));
        var approval = ballot.open();

        ballot.meeting = NOW.plus(Duration.ofDays(9));
        assertThat(ballot.reconsiderDue(approval).due()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        ballot.meeting = NOW.plus(Duration.ofDays(2));
        assertThat(ballot.reconsiderDue(approval).due()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        ballot.meeting = NOW.minus(Duration.ofDays(2));
        var earliest = ballot.reconsiderDue(approval);

        assertThat(earliest.due()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(earliest.times().escalateAt()).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(ballot.again(approval)).isEqualTo(earliest);
        assertThat(database.published(ApprovalEvent.DueMoved.class)).hasSize(4);
    }

    @EveryDatabase
    void leaveSomeTimeWhereTheMeetingIsCalledOff(Database database) {
        var ballot = new Ballot(database, neighbours);
        ballot.meeting = NOW.plus(Duration.ofDays(6));
        var approval = ballot.open();

        ballot.meeting = null;

        assertThat(ballot.reconsiderDue(approval).due()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ballot.reconsiderDue(approval).due()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    /** Between the timer that ends the vote and the settlement somebody moves the meeting. */
    @EveryDatabase
    void stayWhereTheTimeIsUp(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.meeting = NOW.plus(Duration.ofDays(6));

        for (var time : List.of(Duration.ofHours(4), Duration.ofHours(4).minusSeconds(1), Duration.ofHours(5))) {
            ballot.now = NOW.plus(time);
            assertThat(ballot.reconsiderDue(approval)).as("after %s", time).isEqualTo(approval);
        }
        assertThat(database.published(ApprovalEvent.DueMoved.class)).isEmpty();
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.EXPIRED);
    }

    @EveryDatabase
    void stayWhereTheRequestIsSettled(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 1, "quin");
        ballot.settle(approval);

        ballot.meeting = NOW.plus(Duration.ofDays(6));

        assertThat(ballot.reconsiderDue(approval).due()).isEqualTo(approval.due());
    }
}
