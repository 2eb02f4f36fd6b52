package dev.slipway.advisory;

import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Boards and meetings as they are shown over HTTP. */
final class MeetingViews {

    private MeetingViews() {}

    static BoardView board(Board board, List<Person> members) {
        return new BoardView(
                board.key(),
                board.name(),
                board.group().value(),
                board.chair().value(),
                board.quorum().toString(),
                board.quorum().of(members.size()),
                members.stream().map(member -> member.id().value()).sorted().toList());
    }

    static MeetingView meeting(Meeting meeting, List<AgendaItem> items) {
        return new MeetingView(
                meeting.id(),
                meeting.board(),
                meeting.start().toString(),
                meeting.zone().getId(),
                meeting.startsAt(),
                meeting.place(),
                word(meeting.state()),
                meeting.attendance().stream().map(PersonId::value).sorted().toList(),
                items.stream().map(MeetingViews::item).toList(),
                meeting.minutes(),
                meeting.digest(),
                meeting.closedBy() == null ? null : meeting.closedBy().value(),
                meeting.closedAt());
    }

    private static ItemView item(AgendaItem item) {
        var approval = item.approval();
        return new ItemView(
                item.release().value(),
                approval.id().value(),
                approval.purpose(),
                approval.candidate().hex(),
                word(item.decision()),
                item.deferredBecause(),
                item.addedBy(),
                approval.due(),
                approval.seats().stream()
                        .map(seat -> new VoteView(
                                seat.label(),
                                seat.voter() == null ? null : seat.voter().value(),
                                seat.decision() == null ? null : word(seat.decision())))
                        .toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @param needed how many members the quorum comes to now */
    record BoardView(
            String key, String name, String group, String chair, String quorum, int needed, List<String> members) {}

    /** @param start the local time where the board meets, meant in the zone */
    record MeetingView(
            String id,
            String board,
            String start,
            String zone,
            Instant startsAt,
            String place,
            String state,
            List<String> attendance,
            List<ItemView> agenda,
            String minutes,
            @Nullable String digest,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    /** @param decision what the votes say: open, approved, rejected, deferred, expired or withdrawn */
    record ItemView(
            String release,
            String approval,
            String purpose,
            String candidate,
            String decision,
            @Nullable String deferredBecause,
            String addedBy,
            Instant due,
            List<VoteView> votes) {}

    record VoteView(
            String seat, @Nullable String voter, @Nullable String decision) {}
}
