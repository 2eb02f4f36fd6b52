package dev.slipway.advisory;

import dev.slipway.approval.ApprovalId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows the advisory boards, when they meet, what about, and what came of it; the only way into this module. */
@Service
public class AdvisoryBoards {

    private static final int MOST_MEETINGS = 100;

    private final BoardRows boards;
    private final MeetingRows meetings;
    private final AgendaRows items;
    private final Agendas agendas;
    private final Chairing chairing;
    private final Inspection inspection;
    private final Neighbours neighbours;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdvisoryBoards(
            BoardRows boards,
            MeetingRows meetings,
            AgendaRows items,
            Agendas agendas,
            Chairing chairing,
            Inspection inspection,
            Neighbours neighbours,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.items = items;
        this.agendas = agendas;
        this.chairing = chairing;
        this.inspection = inspection;
        this.neighbours = neighbours;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public List<Board> boards() {
        return boards.all();
    }

    public Optional<Board> board(String key) {
        return boards.find(key);
    }

    public List<Person> members(Board board) {
        return neighbours.membersOf(board.group());
    }

    public Optional<Meeting> meeting(String id) {
        return meetings.find(id);
    }

    /** The board's meetings that have no minutes yet, the next first. */
    public List<Meeting> planned(String board) {
        return meetings.planned(board);
    }

    /** The board's meetings, the one that was planned last first, before the given one (from the start where null). */
    public List<Meeting> meetings(String board, @Nullable String before, int limit) {
        return meetings.page(board, before, Math.max(1, Math.min(limit, MOST_MEETINGS)));
    }

    /** What a meeting is to talk about, in the order in which it was put there. */
    public List<AgendaItem> agenda(String meeting) {
        return agendas.of(meeting);
    }

    /** Whether the actor may plan the board's meetings. */
    public boolean mayPlan(Board board) {
        return chairing.againstPlanning(board).isEmpty();
    }

    /** Whether the actor may lead the board's meetings. */
    public boolean mayLead(Board board) {
        return chairing.againstLeading(board).isEmpty();
    }

    /** Makes a board, or changes it. Safe to repeat. */
    public Advising describe(String key, String name, String group, String chair, String quorum) {
        return transactions.execute(status -> {
            var flaws = chairing.againstDescribing()
                    .map(List::of)
                    .orElseGet(() -> inspection.board(key, name, group, chair, quorum));
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            var board = inspection.readBoard(key, name, group, chair, quorum);
            var before = boards.find(key);
            var underWay = inspection.underWay(before, board, meetings.planned(key));
            if (!underWay.isEmpty()) {
                return new Advising.Refused(underWay);
            }
            if (!before.equals(Optional.of(board))) {
                boards.put(board);
                events.publishEvent(new AdvisoryEvent.BoardDescribed(board));
            }
            return new Advising.Described(board);
        });
    }

    /** Plans a meeting; whatever asks the board and is on no agenda yet comes on this one. */
    public Advising plan(String key, String start, String zone, String place) {
        return transactions.execute(status -> {
            var board = boards.find(key);
            if (board.isEmpty()) {
                return new Advising.Unknown("There is no board " + key + ".");
            }
            var refusal = chairing.againstPlanning(board.get());
            var flaws = refusal.map(List::of).orElseGet(() -> inspection.meeting(start, zone, place));
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            var meeting = inspection.read(UUID.randomUUID().toString(), key, start, zone, place);
            meetings.insert(meeting);
            events.publishEvent(new AdvisoryEvent.MeetingPlanned(meeting));
            agendas.gather(board.get(), meeting);
            return new Advising.Done(meeting);
        });
    }

    /** Moves a planned meeting to another time or place. */
    public Advising move(String id, String start, String zone, String place) {
        return change(id, chairing::againstPlanning, (board, meeting) -> {
            var flaws = inspection.meeting(start, zone, place);
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            var moved = inspection.read(id, board.key(), start, zone, place);
            meetings.move(moved);
            events.publishEvent(new AdvisoryEvent.MeetingPlanned(moved));
            agendas.follow(moved);
            return done(id);
        });
    }

    /** Calls a meeting off; what was on its agenda moves to the next one. */
    public Advising cancel(String id, String reason) {
        return change(id, chairing::againstPlanning, (board, meeting) -> {
            var flaws = inspection.words("reason", reason);
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            meetings.close(id, Meeting.State.CANCELLED, reason.strip(), null, actor(), now());
            var cancelled = meetings.find(id).orElseThrow();
            events.publishEvent(new AdvisoryEvent.MeetingCancelled(cancelled));
            agendas.carry(board, cancelled);
            return done(id);
        });
    }

    /** Puts a release on the agenda by hand: what it asks the board now. */
    public Advising add(String id, ReleaseId release) {
        return change(id, chairing::againstLeading, (board, meeting) -> {
            var asked = agendas.asked(board, release);
            if (asked.isEmpty()) {
                return new Advising.Refused(
                        "release",
                        release + " does not ask " + board.group() + " anything now; only what awaits the board's votes"
                                + " can be put on its agenda.");
            }
            var added = asked.stream()
                    .filter(approval -> agendas.add(meeting, approval))
                    .count();
            return added == 0
                    ? new Advising.Refused("release", release + " is on the agenda of a planned meeting already.")
                    : done(id);
        });
    }

    /** Puts an item off to the next meeting. Votes that are cast meanwhile count all the same. */
    public Advising defer(String id, ApprovalId approval, String reason) {
        return change(id, chairing::againstLeading, (board, meeting) -> {
            var item = agendas.of(id).stream()
                    .filter(each -> each.approval().id().equals(approval))
                    .findFirst();
            if (item.isEmpty()) {
                return new Advising.Unknown("This request is not on the agenda of that meeting.");
            }
            var flaws = inspection.words("reason", reason);
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            var decision = item.get().decision();
            if (decision != AgendaItem.Decision.OPEN) {
                return new Advising.Refused(
                        Flaw.STATE,
                        item.get().release()
                                + " cannot be deferred: the votes have decided, or it was deferred before.");
            }
            items.defer(id, approval, reason.strip());
            events.publishEvent(new AdvisoryEvent.ItemDeferred(
                    meeting, item.get().release(), item.get().approval(), reason.strip()));
            agendas.carry(board, meeting, item.get());
            return done(id);
        });
    }

    /** Says who attends; everybody named is a member of the board. */
    public Advising attend(String id, Set<PersonId> people) {
        return change(id, chairing::againstLeading, (board, meeting) -> {
            var flaws = inspection.attendance(board, people);
            if (!flaws.isEmpty()) {
                return new Advising.Refused(flaws);
            }
            if (!people.equals(meeting.attendance())) {
                meetings.attend(id, people);
                events.publishEvent(
                        new AdvisoryEvent.AttendanceTaken(meetings.find(id).orElseThrow()));
            }
            return done(id);
        });
    }

    /**
     * Publishes the minutes, which closes the meeting for good. They say what the votes decided; nothing in them replaces a vote. What is not decided moves
     * to the next meeting.
     */
    public Advising publish(String id, String words) {
        return change(id, chairing::againstLeading, (board, meeting) -> {
            if (meeting.startsAt().isAfter(clock.instant())) {
                return new Advising.Refused(
                        Flaw.STATE,
                        "This meeting begins at " + meeting.start() + " " + meeting.zone()
                                + "; there are no minutes of it before. Move or cancel it instead.");
            }
            var tooLong = inspection.minutes(words);
            if (!tooLong.isEmpty()) {
                return new Advising.Refused(tooLong);
            }
            var minutes = new Minutes(board, meeting, members(board), agendas.of(id), words);
            var text = minutes.text();
            var digest = Minutes.digest(text);
            meetings.close(id, Meeting.State.HELD, text, digest, actor(), now());
            events.publishEvent(
                    new AdvisoryEvent.MinutesPublished(meeting, digest, minutes.quorate(), minutes.decisions()));
            agendas.carry(board, meeting);
            return done(id);
        });
    }

    private Advising change(
            String id, Function<Board, Optional<Flaw>> right, BiFunction<Board, Meeting, Advising> change) {
        return transactions.execute(status -> {
            var found = meetings.lock(id);
            if (found.isEmpty()) {
                return new Advising.Unknown("There is no meeting " + id + ".");
            }
            var meeting = found.get();
            var board = boards.find(meeting.board()).orElseThrow();
            var refusal = right.apply(board);
            if (refusal.isPresent()) {
                return new Advising.Refused(List.of(refusal.get()));
            }
            return meeting.isPlanned()
                    ? change.apply(board, meeting)
                    : new Advising.Refused(Flaw.STATE, "This meeting is over; nothing about it changes any more.");
        });
    }

    private Advising done(String id) {
        return new Advising.Done(meetings.find(id).orElseThrow());
    }

    private PersonId actor() {
        return new PersonId(neighbours.actor().id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
