package dev.slipway.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.approval.Decision;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class AdvisoryBoardsTests {

    private static final String TOMORROW = "2026-11-24T14:00";
    private static final String NEXT_WEEK = "2026-12-01T14:00";

    @EveryDatabase
    void putsWhateverAsksTheBoardOnItsNextMeeting(Database database) {
        var hall = new Hall(database);
        hall.asks("payments-1");
        var meeting = hall.plan(TOMORROW);
        hall.plan(NEXT_WEEK);

        hall.asks("payments-2");

        assertThat(hall.boards.agenda(meeting.id()))
                .extracting(item -> item.release().value())
                .containsExactly("payments-1", "payments-2");
        assertThat(database.published(AdvisoryEvent.ItemAdded.class))
                .extracting(AdvisoryEvent.ItemAdded::chain)
                .containsExactly("payments-1", "payments-2");
        assertThat(hall.boards.planned(Hall.BOARD)).hasSize(2).first().isEqualTo(meeting);
    }

    @EveryDatabase
    void keepsTheHourWhereTheBoardMeets(Database database) {
        var hall = new Hall(database);

        var meeting = hall.plan(TOMORROW);

        assertThat(meeting.startsAt()).isEqualTo(Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(hall.boards.meeting(meeting.id())).contains(meeting);
        var gap = hall.boards.plan(Hall.BOARD, "2027-03-28T02:30", "Europe/Berlin", "");
        assertThat(reason(gap)).contains("clocks go forward");
        assertThat(reason(hall.boards.plan(Hall.BOARD, "2026-11-23T12:00", "Europe/Berlin", "")))
                .contains("over");
        assertThat(reason(hall.boards.plan(Hall.BOARD, "soon", "CET+1", ""))).contains("local time", "zone");
    }

    @EveryDatabase
    void saysWhatTheVotesSay(Database database) {
        var hall = new Hall(database);
        var meeting = hall.plan(TOMORROW);
        var approved = hall.asks("payments-1");
        var rejected = hall.asks("payments-2");
        hall.asks("payments-3");

        hall.decide(approved, Decision.APPROVE);
        hall.decide(rejected, Decision.REJECT);

        assertThat(hall.boards.agenda(meeting.id()))
                .extracting(AgendaItem::decision)
                .containsExactly(AgendaItem.Decision.APPROVED, AgendaItem.Decision.REJECTED, AgendaItem.Decision.OPEN);
    }

    @EveryDatabase
    void movesWhatIsDeferredToTheNextMeeting(Database database) {
        var hall = new Hall(database);
        var first = hall.plan(TOMORROW);
        var second = hall.plan(NEXT_WEEK);
        var approval = hall.asks("payments-1");

        assertThat(reason(hall.boards.defer(first.id(), approval.id(), " "))).contains("Say why");
        assertThat(hall.boards.defer(first.id(), approval.id(), "The tests are too old."))
                .isInstanceOf(Advising.Done.class);

        assertThat(hall.boards.agenda(first.id()))
                .extracting(AgendaItem::decision)
                .containsExactly(AgendaItem.Decision.DEFERRED);
        assertThat(hall.boards.agenda(second.id()))
                .extracting(AgendaItem::decision)
                .containsExactly(AgendaItem.Decision.OPEN);
        assertThat(database.published(AdvisoryEvent.ItemDeferred.class))
                .singleElement()
                .satisfies(
                        deferred -> assertThat(deferred.personal().toString()).contains("The tests are too old."));
        assertThat(hall.boards.defer(first.id(), approval.id(), "Again.")).isInstanceOf(Advising.Refused.class);
    }

    @EveryDatabase
    void remembersWhatWasDeferredUntilThereIsANextMeeting(Database database) {
        var hall = new Hall(database);
        var first = hall.plan(TOMORROW);
        var approval = hall.asks("payments-1");
        hall.boards.defer(first.id(), approval.id(), "Nobody knows it.");

        var second = hall.plan(NEXT_WEEK);

        assertThat(hall.boards.agenda(second.id())).hasSize(1);
    }

    @EveryDatabase
    void takesByHandOnlyWhatAwaitsTheBoard(Database database) {
        var hall = new Hall(database);
        var approval = hall.asks("payments-1");
        var meeting = hall.plan(TOMORROW);

        assertThat(reason(hall.boards.add(meeting.id(), new ReleaseId("payments-1"))))
                .contains("already");
        assertThat(reason(hall.boards.add(meeting.id(), new ReleaseId("payments-9"))))
                .contains("does not ask cab anything");
        hall.decide(approval, Decision.APPROVE);
        assertThat(reason(hall.boards.add(meeting.id(), new ReleaseId("payments-1"))))
                .contains("does not ask");
    }

    @EveryDatabase
    void publishesMinutesThatNeverChangeAgain(Database database) {
        var hall = new Hall(database);
        var meeting = hall.plan(TOMORROW);
        var next = hall.plan(NEXT_WEEK);
        var approval = hall.asks("payments-1");
        hall.asks("payments-2");
        hall.boards.attend(meeting.id(), Set.of(new PersonId("carl"), new PersonId("cyd")));
        assertThat(reason(hall.boards.publish(meeting.id(), "Too early."))).contains("no minutes of it before");
        hall.later(Duration.ofDays(1).plusHours(2));
        hall.decide(approval, Decision.APPROVE);

        hall.boards.publish(meeting.id(), "Payments two was not reached.");

        var held = hall.boards.meeting(meeting.id()).orElseThrow();
        assertThat(held.state()).isEqualTo(Meeting.State.HELD);
        assertThat(held.minutes())
                .contains(
                        "Attended: carl, cyd",
                        "2 of 3 members; the quorum is 50 %, reached.",
                        "1. payments-1, cab, candidate",
                        ": approved",
                        "cleo approved: Looks right.",
                        "2. payments-2",
                        "not decided",
                        "Payments two was not reached.");
        assertThat(held.digest()).isEqualTo(Minutes.digest(held.minutes()));
        assertThat(database.published(AdvisoryEvent.MinutesPublished.class))
                .singleElement()
                .satisfies(published -> assertThat(published.facts().toString())
                        .contains(String.valueOf(held.digest()), "quorate=true", "payments-1 approved"));
        assertThat(hall.boards.agenda(next.id()))
                .extracting(item -> item.release().value())
                .containsExactly("payments-2");
        for (var late : List.of(
                hall.boards.publish(meeting.id(), "Better words."),
                hall.boards.attend(meeting.id(), Set.of()),
                hall.boards.cancel(meeting.id(), "Never was."),
                hall.boards.move(meeting.id(), NEXT_WEEK, "UTC", ""),
                hall.boards.defer(meeting.id(), approval.id(), "Later."),
                hall.boards.add(meeting.id(), new ReleaseId("payments-2")))) {
            assertThat(reason(late)).contains("is over");
        }
        assertThat(hall.boards.meeting(meeting.id())).contains(held);
    }

    @EveryDatabase
    void carriesTheAgendaOfACancelledMeetingOn(Database database) {
        var hall = new Hall(database);
        var first = hall.plan(TOMORROW);
        var second = hall.plan(NEXT_WEEK);
        hall.asks("payments-1");

        hall.as("rita").boards.cancel(first.id(), "Everybody is ill.");

        assertThat(hall.boards.agenda(second.id())).hasSize(1);
        assertThat(hall.boards.meetings(Hall.BOARD, null, 10))
                .extracting(Meeting::state)
                .containsExactly(Meeting.State.PLANNED, Meeting.State.CANCELLED);
        assertThat(hall.boards.meetings(Hall.BOARD, second.id(), 10)).hasSize(1);
    }

    @EveryDatabase
    void letsNobodyLeadButTheChair(Database database) {
        var hall = new Hall(database);
        var approval = hall.asks("payments-1");
        var meeting = hall.plan(TOMORROW);
        hall.later(Duration.ofDays(2));

        for (var person : List.of("rita", "cleo", "dora", "slipway")) {
            hall.as(person);
            for (var act : List.of(
                    hall.boards.publish(meeting.id(), ""),
                    hall.boards.attend(meeting.id(), Set.of()),
                    hall.boards.defer(meeting.id(), approval.id(), "Later."),
                    hall.boards.add(meeting.id(), new ReleaseId("payments-1")))) {
                assertForbidden(act);
            }
        }
        hall.as("carl").covered = false;
        assertForbidden(hall.boards.publish(meeting.id(), ""));
        assertThat(hall.boards.agenda(meeting.id()))
                .extracting(AgendaItem::decision)
                .containsExactly(AgendaItem.Decision.OPEN);
    }

    @EveryDatabase
    void letsChairReleaseManagersAndAdministratorsPlan(Database database) {
        var hall = new Hall(database);
        for (var person : List.of("carl", "rita", "slipway")) {
            assertThat(hall.as(person).boards.plan(Hall.BOARD, TOMORROW, "Europe/Berlin", ""))
                    .isInstanceOf(Advising.Done.class);
        }
        var meeting = hall.plan(TOMORROW);
        for (var person : List.of("cleo", "dora")) {
            hall.as(person);
            assertForbidden(hall.boards.plan(Hall.BOARD, TOMORROW, "Europe/Berlin", ""));
            assertForbidden(hall.boards.move(meeting.id(), NEXT_WEEK, "Europe/Berlin", ""));
            assertForbidden(hall.boards.cancel(meeting.id(), "No."));
            assertForbidden(hall.boards.describe(Hall.BOARD, "Mine", "cab", person, "1"));
        }
        hall.as("rita").covered = false;
        assertForbidden(hall.boards.cancel(meeting.id(), "No."));
    }

    @EveryDatabase
    void namesEveryFlawOfABoard(Database database) {
        var hall = new Hall(database).as("slipway");

        var refused = (Advising.Refused) hall.boards.describe("No Key", " ", "nobodies", "nobody", "101 %");

        assertThat(refused.flaws()).extracting(Flaw::field).containsExactly("key", "name", "group", "chair", "quorum");
        assertThat(hall.boards.boards()).hasSize(1);
        hall.boards.describe(Hall.BOARD, "Change advisory board", "cab", "cleo", "2");
        assertThat(hall.boards.board(Hall.BOARD).orElseThrow().chair()).isEqualTo(new PersonId("cleo"));
        assertThat(hall.boards.describe("cab", "Change advisory board", "cab", "cleo", "2"))
                .isInstanceOf(Advising.Described.class);
        assertThat(database.published(AdvisoryEvent.BoardDescribed.class)).hasSize(2);
    }

    @EveryDatabase
    void hasDueDatesFollowTheMeeting(Database database) {
        var hall = new Hall(database);
        var approval = hall.asks("payments-1").id();
        assertThat(hall.sittings.of(approval)).isEmpty();

        var first = hall.plan(TOMORROW);
        assertThat(hall.sittings.of(approval)).contains(first.startsAt());
        assertThat(hall.followed).containsExactly(approval);

        hall.as("carl").boards.move(first.id(), NEXT_WEEK, "Europe/Berlin", "");
        assertThat(hall.sittings.of(approval)).contains(Instant.parse("2026-12-01T13:00:00Z"));
        assertThat(hall.followed).hasSize(2);

        var second = hall.plan("2026-12-08T14:00");
        hall.boards.defer(first.id(), approval, "Not ready.");
        assertThat(hall.sittings.of(approval)).contains(second.startsAt());
        assertThat(hall.followed).hasSize(3);

        hall.boards.cancel(second.id(), "Everybody is ill.");
        assertThat(hall.sittings.of(approval)).isEmpty();
        assertThat(hall.followed).hasSize(4);
    }

    @EveryDatabase
    void takesOnlyMembersForPresent(Database database) {
        var hall = new Hall(database);
        var meeting = hall.plan(TOMORROW);

        assertThat(reason(hall.boards.attend(meeting.id(), Set.of(new PersonId("dora")))))
                .contains("dora is not a member");
    }

    private static void assertForbidden(Advising advising) {
        assertThat(((Advising.Refused) advising).flaws())
                .extracting(Flaw::field)
                .containsExactly(Flaw.ACTOR);
    }

    private static String reason(Advising advising) {
        return ((Advising.Refused) advising)
                .flaws().stream().map(Flaw::reason).toList().toString();
    }
}
