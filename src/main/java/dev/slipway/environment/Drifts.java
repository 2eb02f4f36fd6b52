package dev.slipway.environment;

import dev.slipway.environment.Drift.Ending;
import dev.slipway.environment.DriftRows.Told;
import dev.slipway.environment.EnvironmentEvent.Drifted;
import dev.slipway.environment.EnvironmentEvent.Settled;
import dev.slipway.environment.Observation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of drift: once when it is seen, and again only when something runs that was not told of yet. It has ended when it stays away for two probes, so that
 * what comes and goes is one drift. A target that does not answer neither begins nor ends it.
 */
@Component
class Drifts {

    private static final int CALM = 2;
    private static final int MOST_TOLD = 20;

    private final DriftRows rows;
    private final Repairs repairs;
    private final ApplicationEventPublisher events;

    Drifts(DriftRows rows, Repairs repairs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.repairs = repairs;
        this.events = events;
    }

    /** Draws the consequences of a finding, in the transaction that records it. */
    void follow(Spot spot, Optional<Occupancy> planned, Observation seen, int calm, Instant now) {
        var open = rows.open(spot);
        if (open.isPresent() && !isPlanned(open.get().drift(), planned)) {
            end(open.get().drift(), Ending.REPLANNED, now);
            open = Optional.empty();
        }
        if (seen.finding() == Finding.DRIFTED) {
            tell(spot, planned.orElseThrow(), seen.actual(), open, now);
        } else if (seen.finding() == Finding.AGREES && open.isPresent()) {
            agree(open.get().drift(), calm, now);
        }
    }

    /** What Slipway was asked to put right is believed at once. */
    private void agree(Drift drift, int calm, Instant now) {
        if (drift.repairs() > 0) {
            end(drift, Ending.PUT_RIGHT, now);
        } else if (calm >= CALM) {
            end(drift, Ending.VANISHED, now);
        }
    }

    private void tell(Spot spot, Occupancy planned, String actual, Optional<Told> open, Instant now) {
        if (open.isEmpty()) {
            rows.insert(spot, planned, actual, now);
            var drift = rows.open(spot).orElseThrow().drift();
            events.publishEvent(new Drifted(drift, true));
            repairs.begin(drift);
            return;
        }
        var told = open.get();
        if (told.drift().actual().equals(actual)) {
            return;
        }
        var known = told.told().contains(actual) || told.told().size() >= MOST_TOLD;
        var all = new ArrayList<>(told.told());
        if (!known) {
            all.add(actual);
        }
        rows.change(told.drift().number(), actual, List.copyOf(all));
        if (!known) {
            events.publishEvent(new Drifted(rows.open(spot).orElseThrow().drift(), false));
        }
    }

    private void end(Drift drift, Ending ending, Instant now) {
        rows.end(drift.number(), ending, now);
        events.publishEvent(new Settled(drift, ending));
    }

    private static boolean isPlanned(Drift drift, Optional<Occupancy> planned) {
        return planned.filter(there -> Objects.equals(there.release(), drift.release())
                        && there.version().equals(drift.planned()))
                .isPresent();
    }
}
