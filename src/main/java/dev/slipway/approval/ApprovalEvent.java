package dev.slipway.approval;

import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
                    "unknownAuthors", strangers.size());
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
    record Voted(Approval approval, int seat, PersonId voter, Decision decision, String comment)
            implements ApprovalEvent {

        @Override
        public String act() {
            return "approval.voted";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "approval", approval.id().value(),
                    "purpose", approval.purpose(),
                    "candidate", approval.candidate().hex(),
                    "seat", seat,
                    "role", approval.seats().get(seat - 1).role().value(),
                    "voter", voter.value(),
                    "decision", decision.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("comment", comment);
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
