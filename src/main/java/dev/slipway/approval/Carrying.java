package dev.slipway.approval;

import dev.slipway.approval.Matching.Speaker;
import dev.slipway.identity.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets votes stand after a rework: whoever approved the same artifacts under the same plan for the same purpose is not asked again, as long as they still
 * could decide. What somebody said last counts, so an approval before a rejection does not.
 */
@Component
class Carrying {

    private final ApprovalRepository approvals;
    private final Neighbours neighbours;
    private final Exclusions exclusions;

    Carrying(ApprovalRepository approvals, Neighbours neighbours, Exclusions exclusions) {
        this.approvals = approvals;
        this.neighbours = neighbours;
        this.exclusions = exclusions;
    }

    /** The seats of a new request with the votes that stand. */
    List<Seat> fill(List<Seat> seats, String purpose, Basis basis, Subject subject) {
        var filled = new ArrayList<>(seats);
        if (seats.isEmpty()) {
            return filled;
        }
        var excluded = exclusions.of(subject);
        for (var standing : standing(subject, purpose, basis)) {
            place(filled, standing, excluded, subject).ifPresent(seat -> filled.set(seat.number() - 1, seat));
        }
        return Seating.ordered(filled);
    }

    private List<Standing> standing(Subject subject, String purpose, Basis basis) {
        var heard = new HashSet<PersonId>();
        var standing = new ArrayList<Standing>();
        var earlier = new ArrayList<>(approvals.of(subject.release().id()));
        Collections.reverse(earlier);
        for (var kept : earlier) {
            if (!kept.approval().purpose().equals(purpose)) {
                continue;
            }
            for (var seat : kept.approval().seats()) {
                var vote = seat.vote();
                if (vote != null
                        && heard.add(vote.voice())
                        && vote.decision() == Decision.APPROVE
                        && basis.equals(kept.basis())) {
                    standing.add(new Standing(seat, vote, kept.approval().id()));
                }
            }
        }
        return standing;
    }

    private Optional<Seat> place(
            List<Seat> filled, Standing standing, Map<PersonId, String> excluded, Subject subject) {
        var electorate = new Electorate(filled, true, excluded, exclusions.pairs(subject), neighbours);
        var vote = standing.vote();
        var speaker = new Speaker(vote.voice(), vote.voter());
        if (electorate.bar(vote.voter()).isPresent()
                || neighbours.person(vote.voter()).isEmpty()
                || electorate.mustNotSitTogether(vote.voice(), vote.voter())) {
            return Optional.empty();
        }
        return filled.stream()
                .filter(seat ->
                        seat.open() && seat.role().equals(standing.seat().role()))
                .filter(seat -> electorate.voices(seat).contains(speaker.voice()))
                .filter(seat -> electorate.cost(seat, speaker) <= 0)
                .findFirst()
                .map(seat -> seat.with(standing.carried()));
    }

    private record Standing(Seat seat, Vote vote, ApprovalId from) {

        private Vote carried() {
            return new Vote(
                    vote.voter(),
                    vote.standsFor(),
                    vote.decision(),
                    vote.comment(),
                    vote.at(),
                    vote.carriedFrom() == null ? from : vote.carriedFrom());
        }
    }
}
