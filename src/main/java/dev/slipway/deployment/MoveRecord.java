package dev.slipway.deployment;

import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes intent and outcome, each in a transaction of its own, so that no rollback of anybody else's can take them away. */
@Component
class MoveRecord {

    private final MoveRepository moves;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final String host;

    MoveRecord(
            MoveRepository moves,
            Neighbours neighbours,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            DeploymentProperties properties) {
        this.moves = moves;
        this.neighbours = neighbours;
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.host = properties.host();
    }

    KeptMove intend(Intent intent) {
        return Optional.ofNullable(apart.execute(status -> {
                    moves.insert(intent, clock.instant());
                    var kept = moves.find(intent.visit(), intent.spot()).orElseThrow();
                    moves.insertCommits(kept.id(), intent.commits());
                    events.publishEvent(new DeploymentEvent.Intended(
                            kept.move(), intent.configuration().hex()));
                    return kept;
                }))
                .orElseThrow();
    }

    /** Puts on record what somebody else has done. */
    void adopt(ReleaseId release, Spot spot, String version, Artifact artifact) {
        var context = neighbours.surroundings(spot).digest();
        var there =
                new Placed(version, artifact.digest(), artifact.location().toString(), release, context, Given.UNKNOWN);
        apart.executeWithoutResult(status -> {
            var intent = new Intent(
                    "adopted",
                    release,
                    spot,
                    Move.Direction.FORWARD,
                    Move.Kind.INSTALL,
                    there,
                    Placed.NOTHING,
                    Placed.NO_ARTIFACT,
                    100,
                    100,
                    true,
                    List.of());
            moves.insert(intent, clock.instant());
            conclude(moves.find("adopted", spot).orElseThrow(), true, "");
        });
    }

    Instant now() {
        return clock.instant();
    }

    void started(KeptMove move, long pid, Instant startedAt) {
        apart.executeWithoutResult(status -> moves.noteProcess(move.id(), host, pid, startedAt));
    }

    /** The work has ended without a result, and will be tried again. */
    void idle(KeptMove move) {
        apart.executeWithoutResult(status -> moves.noteProcess(move.id(), null, null, null));
    }

    /** Whether the work may still go on on a machine that cannot be seen from here. */
    boolean isElsewhere(KeptMove move) {
        return move.host() != null && !move.host().equals(host);
    }

    /** Writes how a move ended and what is there now; the first to say so is believed. */
    KeptMove end(KeptMove move, Outcome outcome, String reason) {
        return Optional.ofNullable(apart.execute(status -> conclude(move, outcome instanceof Outcome.Done, reason)))
                .orElseThrow();
    }

    private KeptMove conclude(KeptMove move, boolean done, String reason) {
        var at = clock.instant();
        var first = moves.end(move.id(), done ? Move.Status.DONE : Move.Status.FAILED, reason, at);
        var kept = current(move);
        if (first) {
            if (done) {
                settle(move, at);
            }
            var ended = kept.move();
            events.publishEvent(done ? new DeploymentEvent.Done(ended) : new DeploymentEvent.Failed(ended));
        }
        return kept;
    }

    private void settle(KeptMove kept, Instant at) {
        var move = kept.move();
        if (move.kind() == Move.Kind.BESIDE || move.kind() == Move.Kind.RETIRE) {
            return;
        }
        if (kept.removes()) {
            neighbours.vacate(move.release(), move.environment(), move.component());
        } else {
            neighbours.occupy(occupant(kept), move.environment(), move.component(), move.version(), move.artifact());
        }
        if (move.direction() == Move.Direction.BACK) {
            moves.recover(kept.spot(), takenBack(move.release(), kept.spot()), kept.id(), at);
        } else if (move.share() == 100) {
            moves.recoverFailed(kept.spot(), kept.id(), at);
            if (!move.planned()) {
                moves.recover(kept.spot(), kept.previous().release(), kept.id(), at);
            }
        }
    }

    /** What is put back belongs again to the release that had put it there. */
    private ReleaseId occupant(KeptMove kept) {
        var move = kept.move();
        return move.direction() == Move.Direction.FORWARD
                ? move.release()
                : firstForward(takenBack(move.release(), kept.spot()), kept.spot(), kept.id())
                        .map(first -> first.previous().release())
                        .orElse(move.release());
    }

    /** The release's first move to the spot since it last took everything back there, before the given move. */
    Optional<KeptMove> firstForward(ReleaseId release, Spot spot, long before) {
        var own = moves.of(release).stream()
                .filter(move -> move.spot().equals(spot) && move.id() < before)
                .toList();
        var first = Optional.<KeptMove>empty();
        for (var move : own) {
            if (move.move().direction() == Move.Direction.BACK) {
                first = move.move().status() == Move.Status.DONE ? Optional.empty() : first;
            } else if (first.isEmpty()) {
                first = Optional.of(move);
            }
        }
        return first;
    }

    /** Whether another release has moved the spot since, and not left it as it was. */
    boolean isOvertaken(KeptMove first) {
        var release = first.move().release();
        return moves.after(first.id(), first.spot()).stream()
                        .anyMatch(move -> !move.move().release().equals(release))
                && !placed(first.spot()).release().equals(release);
    }

    /** Whose moves the release takes back on the spot: its own, or those of the release that it is about. */
    ReleaseId takenBack(ReleaseId release, Spot spot) {
        var own = moves.of(release).stream()
                .anyMatch(move -> move.spot().equals(spot) && move.move().direction() == Move.Direction.FORWARD);
        return own ? release : neighbours.original(release).orElse(release);
    }

    KeptMove current(KeptMove move) {
        return moves.find(move.move().visit(), move.spot()).orElseThrow();
    }

    Optional<KeptMove> find(String visit, Spot spot) {
        return moves.find(visit, spot);
    }

    List<KeptMove> of(ReleaseId release) {
        return moves.of(release);
    }

    List<KeptMove> openBeside(String visit, Spot spot) {
        return moves.open(spot).stream()
                .filter(move -> !move.move().visit().equals(visit))
                .toList();
    }

    /** With what the artifact was brought to the spot. */
    Optional<MoveRepository.Origin> broughtWith(Spot spot, Digest artifact) {
        return moves.origin(spot, artifact);
    }

    /** The digest of the configuration with which the version was put there that is planned on the spot; empty where it was there before Slipway. */
    Optional<String> configuration(Spot spot) {
        return neighbours
                .occupancy(spot.environment(), spot.component())
                .flatMap(there -> moves.origin(spot, there.artifact()))
                .map(MoveRepository.Origin::configuration)
                .filter(digest -> !digest.equals(Placed.NO_ARTIFACT.hex()));
    }

    /** What is on the spot now, as far as it is on record. */
    Placed placed(Spot spot) {
        return neighbours
                .occupancy(spot.environment(), spot.component())
                .map(there -> {
                    var origin = moves.origin(spot, there.artifact()).orElse(MoveRepository.Origin.UNKNOWN);
                    return new Placed(
                            there.version(),
                            there.artifact(),
                            origin.location(),
                            there.release(),
                            origin.context(),
                            origin.given());
                })
                .orElse(Placed.NOTHING);
    }
}
