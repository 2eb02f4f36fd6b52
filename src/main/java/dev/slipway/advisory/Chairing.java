package dev.slipway.advisory;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what to a board's meetings. */
@Component
class Chairing {

    private static final GroupId RELEASE_MANAGERS = new GroupId("release-managers");

    private final Neighbours neighbours;

    Chairing(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Agenda, attendance, deferrals and minutes are the chair's alone. */
    Optional<Flaw> againstLeading(Board board) {
        return isChair(board)
                ? Optional.empty()
                : refused("Only " + board.chair() + ", who chairs " + board.name() + ", may do this"
                        + (neighbours.isCovered() ? "." : ", and with a token only if it has the scope chair-board."));
    }

    /** When a board meets may also be said by release managers and administrators. */
    Optional<Flaw> againstPlanning(Board board) {
        return isChair(board) || isReleaseManager() || neighbours.chairsEverything()
                ? Optional.empty()
                : refused("Only " + board.chair() + ", who chairs " + board.name()
                        + ", a release manager or an administrator may plan its meetings.");
    }

    Optional<Flaw> againstDescribing() {
        return neighbours.mayDescribe()
                ? Optional.empty()
                : refused("Only who may change the catalogue may say what boards there are.");
    }

    private boolean isChair(Board board) {
        var actor = neighbours.actor();
        return actor.isPerson() && actor.id().equals(board.chair().value()) && neighbours.isCovered();
    }

    private boolean isReleaseManager() {
        var actor = neighbours.actor();
        return actor.isPerson()
                && neighbours.isCovered()
                && neighbours.membersOf(RELEASE_MANAGERS).stream()
                        .anyMatch(member -> member.id().equals(new PersonId(actor.id())));
    }

    private static Optional<Flaw> refused(String reason) {
        return Optional.of(new Flaw(Flaw.ACTOR, reason));
    }
}
