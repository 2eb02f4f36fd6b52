package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.drill.Drill.Outcome;
import dev.slipway.drill.Preparing.Choice;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds drills, on time and on demand, and knows what they have shown; the only way into this module, with {@link DrillPlans}. */
@Service
public class Drills {

    /** How long going back may take where nobody has planned anything. */
    public static final Duration COMMON_THRESHOLD = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Drills.class);
    private static final int MOST = 200;

    private final Neighbours neighbours;
    private final Preparing preparing;
    private final Judging judging;
    private final DrillRows rows;
    private final DrillPlanRows plans;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Drills(
            Neighbours neighbours,
            Preparing preparing,
            Judging judging,
            DrillRows rows,
            DrillPlanRows plans,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.neighbours = neighbours;
        this.preparing = preparing;
        this.judging = judging;
        this.rows = rows;
        this.plans = plans;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Holds a drill now, if there is something to drill with and nothing is being drilled there. What keeps any release back keeps it back too. */
    public Holding hold(ProductKey product, EnvironmentKey environment) {
        try {
            return transactions.execute(status -> {
                var flaw = preparing.flaw(product, environment);
                if (flaw.isPresent()) {
                    return new Holding.Refused(List.of(flaw.get()));
                }
                var threshold = plans.find(product, environment)
                        .map(DrillPlan::threshold)
                        .orElse(COMMON_THRESHOLD);
                return begin(product, environment, threshold, false);
            });
        } catch (DuplicateKeyException another) {
            return underWay(product, environment);
        }
    }

    /** Holds every drill that is due, each in a transaction of its own; whoever comes first on whatever node. Returns how many were due. */
    int holdDue() {
        var due = plans.due(clock.instant());
        due.forEach(this::holdOrTryLater);
        return due.size();
    }

    private void holdOrTryLater(DrillPlan plan) {
        try {
            holdPlanned(plan);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "SLIP-3102: the drill of {} in {} could not be begun; trying again later",
                    plan.product(),
                    plan.environment(),
                    failure);
        }
    }

    private void holdPlanned(DrillPlan plan) {
        transactions.executeWithoutResult(status -> {
            var next = plan.series().next(clock.instant()).orElse(null);
            if (!plans.take(plan, next)) {
                return;
            }
            var holding = preparing
                    .flaw(plan.product(), plan.environment())
                    .<Holding>map(flaw -> new Holding.Refused(List.of(flaw)))
                    .orElseGet(() -> begin(plan.product(), plan.environment(), plan.threshold(), true));
            if (holding instanceof Holding.Refused refused) {
                missed(plan, refused.flaws().get(0).reason());
            }
        });
    }

    private Holding begin(ProductKey product, EnvironmentKey environment, Duration threshold, boolean scheduled) {
        if (rows.running(product, environment).isPresent()) {
            return underWay(product, environment);
        }
        var choice = preparing.choose(product, environment);
        if (choice instanceof Choice.None none) {
            return new Holding.Refused(Flaw.STATE, none.reason());
        }
        var chosen = ((Choice.Chosen) choice).release();
        var carrier = neighbours.open(
                chosen.id(),
                environment,
                "Drill: " + chosen.version() + " is put into " + environment + " and taken back again.");
        var drill = kept(new Drill(
                0,
                product,
                environment,
                carrier.id(),
                chosen.version(),
                neighbours.actor(),
                scheduled,
                threshold,
                now(),
                null,
                null,
                null,
                Outcome.RUNNING,
                "",
                ""));
        events.publishEvent(new DrillEvent.Begun(drill));
        return new Holding.Held(drill);
    }

    private Holding underWay(ProductKey product, EnvironmentKey environment) {
        return new Holding.Refused(
                Flaw.STATE,
                rows.running(product, environment)
                                .map(drill -> "" + drill.release())
                                .orElse("A drill of " + product)
                        + " is under way in " + environment + " already. Wait for its end, or cancel it.");
    }

    private void missed(DrillPlan plan, String reason) {
        var now = now();
        var drill = kept(new Drill(
                0,
                plan.product(),
                plan.environment(),
                null,
                "",
                neighbours.actor(),
                true,
                plan.threshold(),
                now,
                null,
                null,
                now,
                Outcome.NOT_HELD,
                reason,
                ""));
        events.publishEvent(new DrillEvent.NotHeld(drill));
    }

    private Drill kept(Drill drill) {
        return rows.find(rows.insert(drill)).orElseThrow();
    }

    /** Going back begins now. Safe to repeat: the first time counts. */
    public void goBack(ReleaseId release) {
        transactions.executeWithoutResult(
                status -> rows.goBack(carriedBy(release).number(), now()));
    }

    /**
     * Compares what was seen with what was to be. Safe to repeat: the first judgement counts.
     *
     * @param failure what went wrong on the way, in words; empty where nothing did
     */
    public Drill judge(ReleaseId release, String failure) {
        return transactions.execute(status -> {
            var drill = carriedBy(release);
            return drill.outcome() == Outcome.RUNNING ? end(judging.judge(drill, failure, now())) : drill;
        });
    }

    /** A drill whose release ends before it was judged was called off, or could not go on. */
    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        rows.of(concluded.release())
                .filter(drill -> drill.outcome() == Outcome.RUNNING)
                .ifPresent(drill -> {
                    var outcome = switch (concluded.state()) {
                        case CANCELLED, SUPERSEDED -> Outcome.CANCELLED;
                        default -> Outcome.FAILED;
                    };
                    end(Judging.ended(drill, outcome, concluded.outcome(), Evidence.NONE, now()));
                });
    }

    private Drill end(Drill judged) {
        rows.end(judged);
        events.publishEvent(new DrillEvent.Ended(judged));
        return judged;
    }

    /** The drill that this release carries; empty where it carries none. */
    public Optional<Drill> of(ReleaseId release) {
        return rows.of(release);
    }

    public Optional<Drill> find(long number) {
        return rows.find(number);
    }

    /** Newest first, before the given number; of all products where none is given. */
    public List<Drill> page(@Nullable ProductKey product, long before, int limit) {
        return rows.page(product, before, Math.max(1, Math.min(limit, MOST)));
    }

    /** The newest of each product and environment. */
    public List<Drill> newest() {
        return rows.newest();
    }

    private Drill carriedBy(ReleaseId release) {
        return rows.of(release).orElseThrow(() -> new NoSuchElementException(release + " carries no drill"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
