package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.approval.Seat;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts on the agenda of a board's next meeting whatever asks the board; always called inside a transaction. */
@Component
class Agendas {

    private final BoardRows boards;
    private final MeetingRows meetings;
    private final AgendaRows items;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agendas(
            BoardRows boards,
            MeetingRows meetings,
            AgendaRows items,
            Neighbours neighbours,
            ApplicationEventPublisher events,
            Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.items = items;
        this.neighbours = neighbours;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ApprovalEvent.Opened opened) {
        var approval = opened.approval();
        if (approval.settled() == null) {
            var groups = approval.seats().stream().map(Seat::role).collect(Collectors.toSet());
            boards.ofGroups(groups).forEach(board -> next(board).ifPresent(meeting -> put(meeting, approval)));
        }
    }

    /** Puts everything on it that asks the board and is on no agenda yet. */
    void gather(Board board, Meeting meeting) {
        var page = neighbours.pending(Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(release -> asked(board, release).forEach(approval -> add(meeting, approval)));
            page = neighbours.pending(Optional.of(page.get(page.size() - 1)));
        }
    }

    /** Moves what a meeting has not decided to the next one, if there is one. */
    void carry(Board board, Meeting closed) {
        of(closed.id()).forEach(item -> carry(board, closed, item));
    }

    void carry(Board board, Meeting from, AgendaItem item) {
        if (item.approval().settled() == null) {
            meetings.next(board.key(), clock.instant()).stream()
                    .filter(meeting -> !meeting.id().equals(from.id()))
                    .findFirst()
                    .ifPresent(next -> put(next, item.approval()));
            neighbours.reconsiderDue(item.approval().id());
        }
    }

    /** The meeting is at another time: what it is to decide is due accordingly. */
    void follow(Meeting moved) {
        of(moved.id()).stream()
                .map(AgendaItem::approval)
                .filter(approval -> approval.settled() == null)
                .forEach(approval -> neighbours.reconsiderDue(approval.id()));
    }

    /** The open requests of a release that ask the board. */
    List<Approval> asked(Board board, ReleaseId release) {
        return neighbours.approvalsOf(release).stream()
                .filter(approval -> approval.settled() == null)
                .filter(approval ->
                        approval.seats().stream().anyMatch(seat -> seat.role().equals(board.group())))
                .toList();
    }

    /** Whether it was put there; not where it is on an agenda already, or the meeting is over. */
    boolean add(Meeting meeting, Approval approval) {
        var added = put(meeting, approval);
        if (added) {
            neighbours.reconsiderDue(approval.id());
        }
        return added;
    }

    private boolean put(Meeting meeting, Approval approval) {
        if (meetings.lock(meeting.id()).filter(Meeting::isPlanned).isEmpty()
                || items.isPlanned(meeting.board(), approval.id())
                || items.holds(meeting.id(), approval.id())) {
            return false;
        }
        items.insert(
                meeting.id(),
                approval.id(),
                approval.release(),
                neighbours.actor().toString());
        events.publishEvent(new AdvisoryEvent.ItemAdded(meeting, approval.release(), approval));
        return true;
    }

    List<AgendaItem> of(String meeting) {
        return items.of(meeting).stream()
                .map(row -> neighbours
                        .approval(row.approval())
                        .map(approval ->
                                new AgendaItem(meeting, row.release(), approval, row.addedBy(), row.deferredBecause()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Meeting> next(Board board) {
        return meetings.next(board.key(), clock.instant()).stream().findFirst();
    }
}
