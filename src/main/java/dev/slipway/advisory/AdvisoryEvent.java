package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface AdvisoryEvent extends Journaled {

    /** A board is there, or is another one than before. */
    record BoardDescribed(Board board) implements AdvisoryEvent {
        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "advisory.board-described";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "board", board.key(),
                    "group", board.group().value(),
                    "chair", board.chair().value(),
                    "quorum", board.quorum().toString());
        }
    }

    /** A meeting is planned, or is planned otherwise than before. */
    record MeetingPlanned(Meeting meeting) implements AdvisoryEvent {
        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "advisory.meeting-planned";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "meeting", meeting.id(),
                    "board", meeting.board(),
                    "start", meeting.start().toString(),
                    "zone", meeting.zone().getId(),
                    "place", meeting.place());
        }
    }

    record MeetingCancelled(Meeting meeting) implements AdvisoryEvent {
        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "advisory.meeting-cancelled";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("meeting", meeting.id(), "board", meeting.board(), "reason", meeting.minutes());
        }
    }

    /** Who of the board attends. */
    record AttendanceTaken(Meeting meeting) implements AdvisoryEvent {
        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "advisory.attendance-taken";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "meeting",
                    meeting.id(),
                    "board",
                    meeting.board(),
                    "attendance",
                    meeting.attendance().stream().map(PersonId::value).sorted().toList());
        }
    }

    /** A release is on the agenda of a meeting. */
    record ItemAdded(Meeting meeting, ReleaseId release, Approval approval) implements AdvisoryEvent {
        @Override
        public String chain() {
            return release.value();
        }

        @Override
        public String act() {
            return "advisory.item-added";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "meeting", meeting.id(),
                    "board", meeting.board(),
                    "startsAt", meeting.startsAt(),
                    "approval", approval.id().value(),
                    "purpose", approval.purpose());
        }
    }

    /** A meeting puts a release off. */
    record ItemDeferred(Meeting meeting, ReleaseId release, Approval approval, String reason) implements AdvisoryEvent {
        @Override
        public String chain() {
            return release.value();
        }

        @Override
        public String act() {
            return "advisory.item-deferred";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "meeting", meeting.id(),
                    "board", meeting.board(),
                    "approval", approval.id().value(),
                    "purpose", approval.purpose());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("reason", reason);
        }
    }

    /**
     * The minutes of a meeting are final.
     *
     * @param decisions the releases with what became of them
     */
    record MinutesPublished(Meeting meeting, String digest, boolean quorate, List<String> decisions)
            implements AdvisoryEvent {
        @Override
        public String chain() {
            return SYSTEM_CHAIN;
        }

        @Override
        public String act() {
            return "advisory.minutes-published";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "meeting", meeting.id(),
                    "board", meeting.board(),
                    "digest", digest,
                    "quorate", quorate,
                    "decisions", decisions);
        }
    }
}
