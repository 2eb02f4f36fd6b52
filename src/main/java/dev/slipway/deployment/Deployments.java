package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.release.ReleaseId;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves components and remembers every move; the only way into this module. Intent and outcome are written in transactions of their own: call it outside any
 * transaction.
 */
@Service
public class Deployments {

    /** How many percent of the instances may be out where they are moved instead of users. */
    private static final int SPARING = 25;

    private final Neighbours neighbours;
    private final Clearance clearance;
    private final Routes routes;
    private final MoveRecord record;
    private final MoveRepository moves;
    private final Crane crane;
    private final Standings standings;

    Deployments(
            Neighbours neighbours,
            Clearance clearance,
            Routes routes,
            MoveRecord record,
            MoveRepository moves,
            Crane crane,
            Standings standings) {
        this.neighbours = neighbours;
        this.clearance = clearance;
        this.routes = routes;
        this.record = record;
        this.moves = moves;
        this.crane = crane;
        this.standings = standings;
    }

    /**
     * Puts the release's candidate of one component on a share of the environment's instances. Called again with the same visit it finds its intent, asks the
     * target what is true, and moves only what is left to move.
     */
    public Moving deploy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, int share, String visit) {
        return deploy(release, environment, component, share, 100, visit);
    }

    /** As {@link #deploy(ReleaseId, EnvironmentKey, ComponentKey, int, String)}, with at most so many percent of the instances out at the same time. */
    public Moving deploy(
            ReleaseId release,
            EnvironmentKey environment,
            ComponentKey component,
            int share,
            int unavailable,
            String visit) {
        return forward(release, new Spot(environment, component), Wish.install(share, unavailable), visit);
    }

    /**
     * Puts the release's candidate beside the version that serves, where no user sees it. Where two versions cannot stand beside each other there is nothing to
     * do.
     */
    public Moving installBeside(ReleaseId release, EnvironmentKey environment, ComponentKey component, String visit) {
        return forward(release, new Spot(environment, component), Wish.beside(), visit);
    }

    /** Leads a share of the users to the release's candidate; moves as many instances where two versions cannot stand beside each other. */
    public Moving shift(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, int share, String visit) {
        return forward(release, new Spot(environment, component), Wish.shift(share, SPARING), visit);
    }

    /** Takes away what stands beside the release's candidate, once no user is served by it. */
    public Moving removeOld(ReleaseId release, EnvironmentKey environment, ComponentKey component, String visit) {
        return forward(release, new Spot(environment, component), Wish.retire(), visit);
    }

    /** The version that was there before the release's first move; empty where nothing was, or the release has not moved there. */
    public Optional<String> before(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        return record.firstForward(release, new Spot(environment, component), Long.MAX_VALUE)
                .map(move -> move.previous().version())
                .filter(version -> !version.isEmpty());
    }

    /** Where a version of the component answers apart from all others; empty where that cannot be told. */
    public Optional<String> apart(EnvironmentKey environment, ComponentKey component, String version) {
        return neighbours.target(environment, component).flatMap(place -> crane.apart(place, version));
    }

    private Moving forward(ReleaseId release, Spot spot, Wish wish, String visit) {
        return move(visit, spot, () -> routes.forward(release, spot, wish, visit));
    }

    /**
     * Puts back what was there before the release's first move; removes the component where nothing was. Nothing moved, or somebody else has moved there since:
     * nothing to do.
     */
    public Moving restore(ReleaseId release, EnvironmentKey environment, ComponentKey component, String visit) {
        var spot = new Spot(environment, component);
        return move(visit, spot, () -> routes.back(release, spot, visit));
    }

    /** Takes on record what somebody put there before Slipway took over, so that it can be put back. Safe to repeat. */
    public void adopt(ReleaseId release, EnvironmentKey environment, String version, Artifact artifact) {
        var spot = new Spot(environment, artifact.component());
        if (record.placed(spot).isNothing()) {
            record.adopt(release, spot, version, artifact);
        }
    }

    /** All moves of a release, oldest first. */
    public List<Move> of(ReleaseId release) {
        return moves.of(release).stream().map(KeptMove::move).toList();
    }

    /** Environments that the release has changed and not put back, in the order of its first moves. */
    public List<EnvironmentKey> touched(ReleaseId release) {
        Map<Spot, Boolean> changed = new LinkedHashMap<>();
        for (var kept : moves.of(release)) {
            if (kept.move().direction() == Move.Direction.FORWARD) {
                changed.put(kept.spot(), true);
            } else if (kept.move().status() == Move.Status.DONE) {
                changed.remove(kept.spot());
            }
        }
        return changed.keySet().stream().map(Spot::environment).distinct().toList();
    }

    /** What became of everything that the release has changed, in the order in which it changed it first. */
    public List<Standing> standing(ReleaseId release) {
        return standings.of(release);
    }

    private Moving move(String visit, Spot spot, Supplier<Clearing> route) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a move is made outside of any transaction: a rollback could not undo it");
        }
        var known = record.find(visit, spot);
        if (known.isPresent() && !known.get().isOpen()) {
            return answer(known.get());
        }
        var objection = clearance.noTarget(spot);
        if (objection.isPresent()) {
            return refuse(known, objection.get());
        }
        var settled = settleEarlier(visit, spot, known);
        return settled.isPresent() ? answer(settled.get()) : move(route.get(), known);
    }

    /** Waits for whatever still works on the spot. Returns this visit's own move if that brought it to its end. */
    private Optional<KeptMove> settleEarlier(String visit, Spot spot, Optional<KeptMove> known) {
        var place = neighbours.target(spot.environment(), spot.component()).orElseThrow();
        var own = known.map(move -> crane.takeOver(move, place)).filter(move -> !move.isOpen());
        if (own.isEmpty()) {
            record.openBeside(visit, spot).forEach(move -> crane.abandon(move, place));
        }
        return own;
    }

    private Moving move(Clearing clearing, Optional<KeptMove> known) {
        if (clearing instanceof Clearing.Needless needless) {
            return new Moving.Moved(needless.asItIs());
        }
        if (clearing instanceof Clearing.Objected objected) {
            return refuse(known, objected.reason());
        }
        var cleared = (Clearing.Cleared) clearing;
        var intent = known.orElseGet(() -> record.intend(cleared.intent()));
        return answer(crane.carryOut(intent, cleared.place(), file(intent), known.isEmpty()));
    }

    private Optional<Path> file(KeptMove move) {
        return move.removes()
                        || move.move().kind() == Move.Kind.SHIFT
                        || move.move().kind() == Move.Kind.RETIRE
                ? Optional.empty()
                : Optional.of(neighbours.local(new Artifact(
                        move.move().component(),
                        URI.create(move.location()),
                        move.move().artifact())));
    }

    private Moving refuse(Optional<KeptMove> known, String reason) {
        known.ifPresent(move -> record.end(move, new Outcome.Failed(reason), reason));
        return new Moving.Refused(reason);
    }

    private static Moving answer(KeptMove ended) {
        return ended.move().status() == Move.Status.DONE
                ? new Moving.Moved(ended.move())
                : new Moving.Refused(ended.move().reason());
    }
}
