package dev.slipway.drill;

import dev.slipway.calendar.Series;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Says where and when going back is drilled. */
@Service
public class DrillPlans {

    static final Duration LONGEST = Duration.ofDays(1);
    private static final int LONGEST_RULE = 400;
    private static final LocalTime COMMON_TIME = LocalTime.of(10, 0);

    private final Neighbours neighbours;
    private final Preparing preparing;
    private final DrillPlanRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DrillPlans(
            Neighbours neighbours,
            Preparing preparing,
            DrillPlanRows rows,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.neighbours = neighbours;
        this.preparing = preparing;
        this.rows = rows;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<DrillPlan> all() {
        return rows.all();
    }

    public Optional<DrillPlan> find(ProductKey product, EnvironmentKey environment) {
        return rows.find(product, environment);
    }

    /** Plans, or plans anew. The same again changes nothing, not even when it is due next. */
    public Planning plan(DrillOrder order) {
        return transactions.execute(status -> {
            var flaws = flaws(order);
            return flaws.isEmpty() ? new Planning.Made(put(order, "")) : new Planning.Refused(flaws);
        });
    }

    /** @param document the document of the catalogue that says so; empty where somebody does */
    DrillPlan put(DrillOrder order, String document) {
        var before = rows.find(order.product(), order.environment());
        var series = series(order, before, zone(order));
        var same = before.filter(plan -> plan.series().equals(series)
                && plan.threshold().equals(order.threshold())
                && plan.document().equals(document));
        if (same.isPresent()) {
            return same.get();
        }
        var plan = new DrillPlan(
                order.product(),
                order.environment(),
                series,
                order.threshold(),
                document,
                series.next(clock.instant()).orElse(null));
        rows.put(plan);
        events.publishEvent(new DrillEvent.Planned(plan));
        return plan;
    }

    /** Ends a plan; drills that were held stay on record. */
    public Planning unplan(ProductKey product, EnvironmentKey environment) {
        return transactions.execute(status -> {
            if (!neighbours.may(product)) {
                return new Planning.Refused(
                        Flaw.ACTOR, neighbours.actor().id() + " may not plan drills of " + product + ".");
            }
            var plan = rows.find(product, environment);
            var described = plan.flatMap(DrillPlans::described);
            if (described.isPresent()) {
                return new Planning.Refused(List.of(described.get()));
            }
            plan.ifPresent(this::end);
            return new Planning.Ended();
        });
    }

    void end(DrillPlan plan) {
        rows.delete(plan.product(), plan.environment());
        events.publishEvent(new DrillEvent.Unplanned(plan));
    }

    private static Optional<Flaw> described(DrillPlan plan) {
        return plan.document().isEmpty()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        Flaw.STATE,
                        "Drills of " + plan.product() + " in " + plan.environment()
                                + " are described in the catalogue's drill schedule " + plan.document()
                                + ". Change them there, or take them out, and apply the document."));
    }

    private List<Flaw> flaws(DrillOrder order) {
        return preparing
                .flaw(order.product(), order.environment())
                .or(() -> rows.find(order.product(), order.environment()).flatMap(DrillPlans::described))
                .map(List::of)
                .orElseGet(() -> flaws(order, zone(order)));
    }

    /** What is wrong with when it is to be drilled, by the clock of that zone. */
    List<Flaw> flaws(DrillOrder order, ZoneId zone) {
        var flaws = new ArrayList<Flaw>();
        if (order.rule().length() > LONGEST_RULE) {
            flaws.add(new Flaw("rule", "Keep it to " + LONGEST_RULE + " characters."));
        } else {
            series(order, rows.find(order.product(), order.environment()), zone)
                    .flaw()
                    .ifPresent(reason -> flaws.add(new Flaw("rule", reason)));
        }
        if (order.threshold().isNegative()
                || order.threshold().toSeconds() < 1
                || order.threshold().compareTo(LONGEST) > 0) {
            flaws.add(new Flaw("threshold", "Say how long going back may take: one second to one day."));
        }
        return List.copyOf(flaws);
    }

    private ZoneId zone(DrillOrder order) {
        return neighbours.product(order.product()).map(Product::zone).orElse(ZoneId.of("UTC"));
    }

    /** Where nobody says when it starts, one that has begun already goes on as it is. */
    private Series series(DrillOrder order, Optional<DrillPlan> before, ZoneId zone) {
        if (order.start() != null) {
            return new Series(order.start(), zone, order.rule());
        }
        return before.map(DrillPlan::series)
                .filter(series ->
                        series.rule().equals(order.rule()) && series.zone().equals(zone))
                .orElseGet(() -> Series.from(
                        clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(COMMON_TIME),
                        zone,
                        order.rule()));
    }
}
