package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Seat;
import dev.slipway.flow.FlowText;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the seats of an approval with the votes cast so far. */
@Component
class Ballot {

    private final People people;

    Ballot(People people) {
        this.people = people;
    }

    List<Summary.Vote> of(Optional<Approval> approval) {
        return approval.stream()
                .flatMap(asked -> asked.seats().stream().map(seat -> vote(asked, seat)))
                .toList();
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
