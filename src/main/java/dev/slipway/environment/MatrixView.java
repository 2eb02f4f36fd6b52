package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that is anywhere, arranged for looking up one component in one environment. */
class MatrixView {

    private final Map<Spot, Occupancy> occupancies;
    private final Map<Spot, Claim> claims;
    private final Map<Place, Queue> queues;
    private final Map<Spot, Observation> observations;
    private final Map<Spot, Drift> drifts;

    MatrixView(
            List<Occupancy> occupancies,
            List<Claim> claims,
            List<Queue> queues,
            List<Observation> observations,
            List<Drift> drifts) {
        this.occupancies = by(occupancies, there -> new Spot(there.environment(), there.component()));
        this.claims = by(claims, claim -> new Spot(claim.environment(), claim.component()));
        this.queues = by(queues, queue -> new Place(queue.environment(), queue.product()));
        this.observations = by(observations, seen -> new Spot(seen.environment(), seen.component()));
        this.drifts = by(drifts, drift -> new Spot(drift.environment(), drift.component()));
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
                waiting.stream().map(ReleaseId::value).toList(),
                Truth.of(
                        observations.get(new Spot(environment, component)),
                        drifts.get(new Spot(environment, component))));
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /**
     * One component in one environment.
     *
     * @param version null where nothing has been deployed yet
     * @param heldBy the release that may change it now; null where none does
     * @param keptFor the release whose turn it is, for which the free place is kept
     * @param queue who waits, in order
     * @param actual what its target says; null before it was first asked
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
            List<String> queue,
            @Nullable Truth actual) {}

    /**
     * What a target says.
     *
     * @param finding agrees, drifted, unplanned or unknown
     * @param planned the version that was planned when it was asked; empty where none was
     * @param since since when it is found so
     * @param versions those that run, or ran when it was last known
     * @param reason why it is unknown; null where it is not
     * @param driftedSince since when something else runs than is planned; it stays until that is certainly over
     */
    record Truth(
            String finding,
            String planned,
            @Nullable Instant since,
            List<String> versions,
            int share,
            @Nullable Instant probedAt,
            @Nullable String reason,
            @Nullable Instant driftedSince) {

        static @Nullable Truth of(@Nullable Observation seen, @Nullable Drift drift) {
            if (seen == null || seen.probedAt() == null) {
                return null;
            }
            return new Truth(
                    seen.finding().name().toLowerCase(Locale.ROOT),
                    seen.planned(),
                    seen.since(),
                    seen.versions(),
                    seen.share(),
                    seen.probedAt(),
                    seen.reason().isEmpty() ? null : seen.reason(),
                    drift == null ? null : drift.seenAt());
        }
    }
}
