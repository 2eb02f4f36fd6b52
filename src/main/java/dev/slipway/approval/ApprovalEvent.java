package dev.slipway.approval;

import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything this module tells the others. */
public sealed interface ApprovalEvent extends Journaled {

    /** The request as it stands after the event. */
    Approval approval();

    default ReleaseId release() {
        return approval().release();
    }

    @Override
    default String chain() {
        return release().value();
    }

    /** @param strangers who had a hand in the contents and is nobody known here, and is therefore not excluded */
    record Opened(Approval approval, int candidateNumber, List<GitIdentity> strangers) implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.opened";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "candidate", approval.candidate().hex(),
                    "candidateNumber", candidateNumber,
                    "due", approval.due(),
                    "roles",
                            approval.seats().stream()
                                    .map(seat -> seat.role().value())
                                    .toList(),
                    "excluded",
                            approval.excluded().stream()
                                    .map(PersonId::value)
                                    .sorted()
                                    .toList(),
                    "carried",
                            approval.seats().stream()
                                    .filter(Seat::carried)
                                    .map(Opened::carried)
                                    .toList(),
                    "unknownAuthors", strangers.size());
        }

        private static Map<String, ?> carried(Seat seat) {
            var vote = Objects.requireNonNull(seat.vote());
            return Map.of(
                    "seat", seat.number(),
                    "voter", vote.voter().value(),
                    "votedAt", vote.at(),
                    "from", String.valueOf(vote.carriedFrom()));
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of(
                    "seats", approval.seats().stream().map(Seat::label).toList(),
                    "unknownAuthors",
                            strangers.stream().map(GitIdentity::toString).toList());
        }
    }

    /** A vote was counted. */
    record Voted(Approval approval, int seat, Vote vote) implements ApprovalEvent {

        public PersonId voter() {
            return vote.voter();
        }

        @Override
        public String act() {
            return "approval.voted";
        }

        @Override
        public Map<String, ?> facts() {
            var facts = new TreeMap<String, Object>(Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "candidate", approval.candidate().hex(),
                    "seat", seat,
                    "role", approval.seats().get(seat - 1).role().value(),
                    "voter", vote.voter().value(),
                    "decision", vote.decision().name().toLowerCase(Locale.ROOT)));
            if (vote.standsFor() != null) {
                facts.put("inSteadOf", vote.standsFor().value());
            }
            return facts;
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("comment", vote.comment());
        }
    }

    /**
     * Time grows short: open seats may be taken by others as well.
     *
     * @param groups whose members may; empty where the rules name nobody
     */
    record Escalated(Approval approval, List<String> groups) implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.escalated";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "open", approval.open().stream().map(Seat::number).toList(),
                    "groups", groups);
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("seats", approval.open().stream().map(Seat::label).toList());
        }
    }

    /**
     * The request is open for longer or shorter than before, because of a meeting that is to decide about it.
     *
     * @param meeting when that begins; null where none is planned any more
     */
    record DueMoved(
            Approval approval, Instant before, @Nullable Instant meeting) implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.due-moved";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "before", before,
                    "due", approval.due(),
                    "escalateAt", approval.times().escalateAt(),
                    "meeting", meeting == null ? "" : meeting.toString());
        }
    }

    /** Those who have not voted were reminded. */
    record Reminded(Approval approval) implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.reminded";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "due", approval.due(),
                    "open", approval.open().stream().map(Seat::number).toList());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("seats", approval.open().stream().map(Seat::label).toList());
        }
    }

    /**
     * An open seat was given to somebody named.
     *
     * @param before whom it was reserved for; null where anybody of the role could take it
     */
    record Reassigned(Approval approval, int seat, @Nullable PersonId before, PersonId to, String reason)
            implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.seat-reassigned";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "seat", seat,
                    "role", approval.seats().get(seat - 1).role().value(),
                    "before", before == null ? "" : before.value(),
                    "to", to.value());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("reason", reason);
        }
    }

    /** The request is closed, and why. */
    record Settled(Approval approval, Approval.Outcome outcome) implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.settled";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "candidate", approval.candidate().hex(),
                    "outcome", outcome.name().toLowerCase(Locale.ROOT));
        }
    }
}
