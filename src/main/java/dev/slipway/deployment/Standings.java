package dev.slipway.deployment;

import dev.slipway.deployment.Standing.State;
import dev.slipway.release.ReleaseId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what became of everything that a release has changed, from the record of moves. */
@Component
class Standings {

    private final Neighbours neighbours;
    private final MoveRepository moves;
    private final MoveRecord record;

    Standings(Neighbours neighbours, MoveRepository moves, MoveRecord record) {
        this.neighbours = neighbours;
        this.moves = moves;
        this.record = record;
    }

    /** In the order in which it was changed first. */
    List<Standing> of(ReleaseId release) {
        Map<Spot, KeptMove> first = new LinkedHashMap<>();
        moves.of(release).stream()
                .filter(move -> move.move().direction() == Move.Direction.FORWARD)
                .forEach(move -> first.putIfAbsent(move.spot(), move));
        return first.values().stream().map(move -> standing(release, move)).toList();
    }

    private Standing standing(ReleaseId release, KeptMove first) {
        var last = first.move();
        for (var later : moves.after(first.id(), first.spot())) {
            last = isAbout(release, later.move()) ? later.move() : last;
        }
        var state = state(first, last);
        return new Standing(
                first.move().environment(),
                first.move().component(),
                first.move().version(),
                first.move().previous(),
                record.placed(first.spot()).version(),
                state,
                state == State.UNCERTAIN || state == State.STUCK ? last.reason() : "");
    }

    /** Its own moves, and those of a release that only takes it back. */
    private boolean isAbout(ReleaseId release, Move move) {
        return move.release().equals(release)
                || move.direction() == Move.Direction.BACK
                        && record.takenBack(move.release(), new Spot(move.environment(), move.component()))
                                .equals(release)
                        && neighbours.original(move.release()).isPresent();
    }

    private State state(KeptMove first, Move last) {
        if (last.direction() == Move.Direction.BACK) {
            return switch (last.status()) {
                case DONE -> State.BACK;
                case FAILED -> State.STUCK;
                case INTENDED -> State.UNCERTAIN;
            };
        }
        if (record.isOvertaken(first)) {
            return State.OVERTAKEN;
        }
        return last.status() == Move.Status.DONE ? State.THERE : State.UNCERTAIN;
    }
}
