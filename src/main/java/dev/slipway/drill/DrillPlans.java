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
            return flaws.isEmpty() ? put(order) : new Planning.Refused(flaws);
        });
    }

    private Planning put(DrillOrder order) {
        var before = rows.find(order.product(), order.environment());
        var series = series(order, before);
        var same = before.filter(
                plan -> plan.series().equals(series) && plan.threshold().equals(order.threshold()));
        if (same.isPresent()) {
            return new Planning.Made(same.get());
        }
        var plan = new DrillPlan(
                order.product(),
                order.environment(),
                series,
                order.threshold(),
                series.next(clock.instant()).orElse(null));
        rows.put(plan);
        events.publishEvent(new DrillEvent.Planned(plan));
        return new Planning.Made(plan);
    }

    /** Ends a plan; drills that were held stay on record. */
    public Planning unplan(ProductKey product, EnvironmentKey environment) {
        return transactions.execute(status -> {
            if (!neighbours.may(product)) {
                return new Planning.Refused(
                        Flaw.ACTOR, neighbours.actor().id() + " may not plan drills of " + product + ".");
            }
            var plan = rows.find(product, environment);
            plan.ifPresent(there -> {
                rows.delete(product, environment);
                events.publishEvent(new DrillEvent.Unplanned(there));
            });
            return new Planning.Ended();
        });
    }

    private List<Flaw> flaws(DrillOrder order) {
        var impossible = preparing.flaw(order.product(), order.environment());
        if (impossible.isPresent()) {
            return List.of(impossible.get());
        }
        var flaws = new ArrayList<Flaw>();
        if (order.rule().length() > LONGEST_RULE) {
            flaws.add(new Flaw("rule", "Keep it to " + LONGEST_RULE + " characters."));
        } else {
            series(order, rows.find(order.product(), order.environment()))
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

    /** Where nobody says when it starts, one that has begun already goes on as it is. */
    private Series series(DrillOrder order, Optional<DrillPlan> before) {
        var zone = neighbours.product(order.product()).map(Product::zone).orElse(ZoneId.of("UTC"));
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
