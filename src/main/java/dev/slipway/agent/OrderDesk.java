package dev.slipway.agent;

import dev.slipway.agent.spi.OrderSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The orders as agents see them: handed out, kept, and reported on. */
@Component
class OrderDesk {

    private static final int LONGEST_REASON = 4000;

    private final OrderRows rows;
    private final AgentRows agents;
    private final ObjectProvider<OrderSource> sources;
    private final AgentProperties settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OrderDesk(
            OrderRows rows,
            AgentRows agents,
            ObjectProvider<OrderSource> sources,
            AgentProperties settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.sources = sources;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Gives an agent's hand what it may do now, the oldest first. */
    List<Handed> take(Caller caller, Agent agent, String worker, int most, Map<String, Duration> topics) {
        var handed = new ArrayList<Handed>();
        for (var order : rows.free(topics.keySet(), now())) {
            if (handed.size() < most && isFor(order, caller, agent)) {
                var until = now().plus(bounded(topics.getOrDefault(order.topic(), Duration.ZERO)));
                give(order, agent, worker, until).ifPresent(handed::add);
            }
        }
        return handed;
    }

    private boolean isFor(Order order, Caller caller, Agent agent) {
        return caller.reaches(order)
                && agent.takes(order.topic(), order.selector())
                && !order.isBusyElsewhere(agent.host(), now());
    }

    /** The instructions are worked out after the order is taken: what they hold is handed to nobody else. */
    private Optional<Handed> give(Order order, Agent agent, String worker, Instant until) {
        var taken = Optional.ofNullable(transactions.execute(status -> {
            if (!rows.take(order, agent.name(), worker, until)) {
                return null;
            }
            var own = rows.find(order.id()).orElseThrow();
            if (!source(own).changesNothing()) {
                events.publishEvent(new AgentEvent.OrderTaken(own, agent.account()));
            }
            return own;
        }));
        return taken.map(own -> new Handed(own, source(own).instructions(own)));
    }

    Handling report(Caller caller, long id, String worker, Order.State state, String reason) {
        return own(caller, id, worker, order -> {
            var masked = source(order).mask(order, reason);
            rows.state(
                    id,
                    state,
                    masked.length() > LONGEST_REASON ? masked.substring(0, LONGEST_REASON - 1) + "…" : masked);
            if (!source(order).changesNothing()) {
                events.publishEvent(new AgentEvent.OrderReported(rows.find(id).orElseThrow(), caller.account()));
            }
            return Handling.ACCEPTED;
        });
    }

    Handling extend(Caller caller, long id, String worker, Duration by) {
        return own(caller, id, worker, order -> {
            rows.extend(id, now().plus(bounded(by)));
            return Handling.ACCEPTED;
        });
    }

    Handling giveBack(Caller caller, long id, String worker) {
        return own(caller, id, worker, order -> {
            rows.free(id);
            return Handling.ACCEPTED;
        });
    }

    /** Work is about to begin that goes on by itself. */
    Handling begun(Caller caller, long id, String worker) {
        return own(caller, id, worker, order -> {
            var host = agents.find(order.agent()).map(Agent::host).orElse("");
            rows.begun(id, host, now().plus(source(order).patience(order)));
            return Handling.ACCEPTED;
        });
    }

    Handling log(Caller caller, long id, String worker, String text) {
        return own(caller, id, worker, order -> {
            source(order).log(order, text);
            return Handling.ACCEPTED;
        });
    }

    /** The order, if this hand has it and may read its file. */
    Optional<Order> inHand(Caller caller, long id, String worker) {
        return rows.find(id)
                .filter(caller::reaches)
                .filter(order ->
                        order.state() == Order.State.TAKEN && order.worker().equals(worker));
    }

    OrderSource source(Order order) {
        return sources.stream()
                .filter(source -> source.topics().contains(order.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody places orders of " + order.topic()));
    }

    private Handling own(Caller caller, long id, String worker, Function<Order, Handling> act) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var found = rows.lock(id).filter(caller::reaches);
            if (found.isEmpty()) {
                return new Handling.Unknown("There is no order " + id + " that this token reaches.");
            }
            var order = found.get();
            if (order.state() != Order.State.TAKEN || !order.worker().equals(worker)) {
                return new Handling.NotYours("Order " + id + " is not locked by '" + worker + "': "
                        + (order.state() == Order.State.TAKEN
                                ? "'" + order.worker() + "' has taken it. "
                                : "it is " + order.state().name().toLowerCase(Locale.ROOT) + ". ")
                        + "Fetch again.");
            }
            return act.apply(order);
        }));
    }

    private Duration bounded(Duration asked) {
        var least = Duration.ofSeconds(1);
        return asked.compareTo(least) < 0 ? least : asked.compareTo(settings.lock()) > 0 ? settings.lock() : asked;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An order with what an agent has to know to do it. */
    record Handed(Order order, Map<String, Object> instructions) {}
}
