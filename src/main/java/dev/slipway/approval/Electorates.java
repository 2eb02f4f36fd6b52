package dev.slipway.approval;

import org.springframework.stereotype.Component;

/** Gathers who can speak on a request now. */
@Component
class Electorates {

    private final Neighbours neighbours;
    private final Exclusions exclusions;

    Electorates(Neighbours neighbours, Exclusions exclusions) {
        this.neighbours = neighbours;
        this.exclusions = exclusions;
    }

    Electorate of(Approval approval, Subject subject) {
        return new Electorate(
                approval.seats(),
                approval.escalated(),
                exclusions.of(approval, subject),
                exclusions.pairs(subject),
                neighbours);
    }
}
