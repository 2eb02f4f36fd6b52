package dev.slipway.drill;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Move;
import dev.slipway.drill.Drill.Outcome;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what a drill has shown, from what was seen and not from what its flow says. */
@Component
class Judging {

    private static final int LONGEST = 4_000;

    private final Neighbours neighbours;

    Judging(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** @param failure what went wrong on the way, in words; empty where nothing did */
    Drill judge(Drill drill, String failure, Instant now) {
        var release = Objects.requireNonNull(drill.release());
        var moves = neighbours.moves(release);
        var evidence = new Evidence(
                places(release, drill.environment(), moves),
                moves.stream().map(Judging::moved).toList());
        var ended = ended(drill, Outcome.GOOD, "", evidence, now);
        var fault = fault(drill, failure, moves, evidence);
        if (fault.isPresent()) {
            return ended(drill, Outcome.FAILED, fault.get(), evidence, now);
        }
        var took = Objects.requireNonNull(ended.took());
        var limit = drill.threshold();
        return took.compareTo(limit) > 0
                ? ended(
                        drill,
                        Outcome.TOO_SLOW,
                        "Going back took " + words(took) + " and may take " + words(limit) + ".",
                        evidence,
                        now)
                : ended(
                        drill,
                        Outcome.GOOD,
                        "Back in " + words(took) + "; it may take " + words(limit) + ".",
                        evidence,
                        now);
    }

    private Optional<String> fault(Drill drill, String failure, List<Move> moves, Evidence evidence) {
        if (!failure.isBlank()) {
            return Optional.of(failure);
        }
        var stuck = moves.stream()
                .filter(move -> move.direction() == Move.Direction.BACK && move.status() == Move.Status.FAILED)
                .findFirst();
        if (stuck.isPresent()) {
            return Optional.of(stuck.get().component() + " could not be put back at once: "
                    + stuck.get().reason());
        }
        if (drill.goingBackAt() == null || moves.stream().noneMatch(move -> move.direction() == Move.Direction.BACK)) {
            return Optional.of("Nothing was taken back.");
        }
        return evidence.places().stream()
                .filter(place -> !place.kept())
                .findFirst()
                .map(place -> place.component() + " in " + drill.environment() + " was at " + place.version()
                        + " and is now at " + (place.now().isEmpty() ? "nothing" : place.now()) + ".");
    }

    /** What was there before its first move is what the record has right before what the drill put there. */
    private List<Evidence.Before> places(ReleaseId release, EnvironmentKey environment, List<Move> moves) {
        return moves.stream()
                .map(Move::component)
                .distinct()
                .map(component -> place(release, environment, component))
                .toList();
    }

    private Evidence.Before place(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        var history = neighbours.history(environment, component);
        var now = neighbours.occupancy(environment, component);
        var own = history.stream().map(Occupancy::release).toList().lastIndexOf(release);
        var before = own >= 0 && own + 1 < history.size()
                ? Optional.of(history.get(own + 1))
                : own < 0 ? now : Optional.<Occupancy>empty();
        return new Evidence.Before(
                component.toString(),
                before.map(Occupancy::version).orElse(""),
                before.map(there -> there.artifact().hex()).orElse(""),
                before.map(there -> there.release().value()).orElse(""),
                now.map(Occupancy::version).orElse(""),
                now.map(there -> there.artifact().hex()).orElse(""));
    }

    private static Evidence.Moved moved(Move move) {
        return new Evidence.Moved(
                move.component().toString(),
                move.direction().name().toLowerCase(Locale.ROOT),
                move.version(),
                move.artifact().hex(),
                move.intendedAt(),
                move.endedAt(),
                move.status().name().toLowerCase(Locale.ROOT),
                move.reason());
    }

    static Drill ended(Drill drill, Outcome outcome, String reason, Evidence evidence, Instant now) {
        return new Drill(
                drill.number(),
                drill.product(),
                drill.environment(),
                drill.release(),
                drill.version(),
                drill.by(),
                drill.scheduled(),
                drill.threshold(),
                drill.askedAt(),
                drill.goingBackAt(),
                outcome == Outcome.CANCELLED ? null : now,
                now,
                outcome,
                reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason,
                evidence.json());
    }

    /** Tenths of a second where that says something. */
    static String words(Duration duration) {
        if (duration.toMinutes() >= 1) {
            return duration.toMinutes() + " min"
                    + (duration.toSecondsPart() == 0 ? "" : " " + duration.toSecondsPart() + " s");
        }
        return duration.toMillisPart() < 50
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
