package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that is anywhere, arranged for looking up one component in one environment. */
class MatrixView {

    private final Map<Spot, Occupancy> occupancies;
    private final Map<Spot, Claim> claims;
    private final Map<Place, Queue> queues;

    MatrixView(List<Occupancy> occupancies, List<Claim> claims, List<Queue> queues) {
        this.occupancies = by(occupancies, there -> new Spot(there.environment(), there.component()));
        this.claims = by(claims, claim -> new Spot(claim.environment(), claim.component()));
        this.queues = by(queues, queue -> new Place(queue.environment(), queue.product()));
    }

    Cell cell(EnvironmentKey environment, ComponentKey component) {
        var there = occupancies.get(new Spot(environment, component));
        var claim = claims.get(new Spot(environment, component));
        var queue = queues.get(new Place(environment, component.product()));
        var waiting = queue == null ? List.<ReleaseId>of() : queue.waiting();
        var turn = queue == null ? null : queue.turn();
        return new Cell(
                component.toString(),
                there == null ? null : there.version(),
                there == null ? null : there.artifact().hex(),
                there == null ? null : there.release().value(),
                there == null ? null : there.since(),
                claim == null ? null : claim.release().value(),
                claim == null ? null : claim.since(),
                turn == null ? null : turn.value(),
                waiting.stream().map(ReleaseId::value).toList());
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private record Spot(EnvironmentKey environment, ComponentKey component) {}

    /**
     * One component in one environment.
     *
     * @param version null where nothing has been deployed yet
     * @param heldBy the release that may change it now; null where none does
     * @param keptFor the release whose turn it is, for which the free place is kept
     * @param queue who waits, in order
     */
    record Cell(
            String component,
            @Nullable String version,
            @Nullable String artifact,
            @Nullable String release,
            @Nullable Instant since,
            @Nullable String heldBy,
            @Nullable Instant heldSince,
            @Nullable String keptFor,
            List<String> queue) {}
}
