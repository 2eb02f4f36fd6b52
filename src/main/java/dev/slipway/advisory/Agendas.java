package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Seat;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
        var added = new ArrayList<ApprovalId>();
        var page = neighbours.pending(Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(release -> asked(board, release).stream()
                    .filter(approval -> put(meeting, approval))
                    .map(Approval::id)
                    .forEach(added::add));
            page = neighbours.pending(Optional.of(page.get(page.size() - 1)));
        }
        reconsider(added);
    }

    /** Moves what a meeting has not decided to the next one, if there is one. */
    void carry(Board board, Meeting closed) {
        carry(board, closed, of(closed.id()));
    }

    void carry(Board board, Meeting from, AgendaItem item) {
        carry(board, from, List.of(item));
    }

    private void carry(Board board, Meeting from, List<AgendaItem> items) {
        var open = items.stream()
                .map(AgendaItem::approval)
                .filter(approval -> approval.settled() == null)
                .toList();
        meetings.next(board.key(), clock.instant()).stream()
                .filter(meeting -> !meeting.id().equals(from.id()))
                .findFirst()
                .ifPresent(next -> open.forEach(approval -> put(next, approval)));
        reconsider(open.stream().map(Approval::id).toList());
    }

    /** The meeting is at another time: what it is to decide is due accordingly. */
    void follow(Meeting moved) {
        reconsider(of(moved.id()).stream()
                .map(AgendaItem::approval)
                .filter(approval -> approval.settled() == null)
                .map(Approval::id)
                .toList());
    }

    /** In the order of their ids, as whoever else locks several requests does. */
    private void reconsider(List<ApprovalId> approvals) {
        approvals.stream().sorted(Comparator.comparing(ApprovalId::value)).forEach(neighbours::reconsiderDue);
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
