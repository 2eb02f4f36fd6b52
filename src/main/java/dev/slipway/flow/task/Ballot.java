package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.flow.FlowText;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the seats of an approval with the votes cast so far, and what was said about the release before. */
@Component
class Ballot {

    private static final int EARLIER = 30;

    private final People people;
    private final Approvals approvals;

    Ballot(People people, Approvals approvals) {
        this.people = people;
        this.approvals = approvals;
    }

    List<Summary.Vote> of(Optional<Approval> approval) {
        return approval.stream()
                .flatMap(asked -> Stream.concat(asked.seats().stream().map(seat -> vote(asked, seat)), earlier(asked)))
                .toList();
    }

    /** The newest first. What was carried over stands on the present seats. */
    private Stream<Summary.Vote> earlier(Approval asked) {
        return approvals.of(asked.release()).stream()
                .filter(before -> before.openedAt().isBefore(asked.openedAt()))
                .sorted(Comparator.comparing(Approval::openedAt).reversed())
                .flatMap(before -> before.seats().stream()
                        .filter(seat -> !seat.open() && !seat.carried())
                        .map(seat -> vote(before, seat)))
                .limit(EARLIER);
    }

    private Summary.Vote vote(Approval approval, Seat seat) {
        return new Summary.Vote(
                approval.purpose(),
                seat.label(),
                speaker(seat),
                seat.decision() == null ? "open" : Constants.word(seat.decision()),
                FlowText.bounded(seat.comment(), FlowText.SHORT));
    }

    /** Who has spoken, and in whose stead. */
    private String speaker(Seat seat) {
        return name(seat.voter())
                + (seat.standsFor() == null ? "" : ", for " + name(seat.standsFor()))
                + (seat.carried() ? " (carried over)" : "");
    }

    private String name(@Nullable PersonId voter) {
        return voter == null ? "" : people.find(voter).map(Person::name).orElse(voter.value());
    }
}
