package dev.slipway.agent;

import static java.util.stream.Collectors.toMap;

import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The orders as those see them who place them. Every change is a transaction of its own. */
@Service
public class Orders {

    /** As long as somebody waits, he asks again much sooner than that. */
    private static final Duration WANTED = Duration.ofMinutes(1);

    private final OrderRows rows;
    private final Agents agents;
    private final TransactionTemplate apart;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderRows rows,
            Agents agents,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    /** Offers it to agents, for the first time or for another attempt. Safe to repeat. */
    public void place(OrderDraft draft) {
        try {
            apart.executeWithoutResult(status -> {
                rows.find(draft.visit(), draft.work())
                        .ifPresentOrElse(this::offerAgain, () -> rows.insert(draft, now(), now().plus(WANTED)));
                events.publishEvent(new Arrival());
            });
        } catch (DuplicateKeyException placedMeanwhile) {
            look(draft.visit(), draft.work());
        }
    }

    private void offerAgain(Order order) {
        want(order);
        if (order.state() == Order.State.RESTING) {
            rows.state(order.id(), Order.State.OPEN, "");
        }
    }

    /** Finds an order of a visit, and says that somebody still waits for it. */
    public Optional<Order> look(String visit, String work) {
        var order = rows.find(visit, work);
        order.filter(found -> !found.state().isReported())
                .ifPresent(found -> apart.executeWithoutResult(status -> want(found)));
        return order;
    }

    /** Takes note that an attempt came to nothing; it is offered again when somebody places it again. */
    public void rest(Order order) {
        apart.executeWithoutResult(status -> rows.state(order.id(), Order.State.RESTING, order.reason()));
    }

    /** Nobody waits for it any more, and nobody asks what became of it. */
    public void drop(Order order) {
        apart.executeWithoutResult(status -> rows.drop(order.id()));
    }

    /** Takes back those orders of a visit that no agent has begun. */
    public void withdraw(Collection<String> visits, String reason) {
        for (var order : rows.unfinished(visits)) {
            apart.executeWithoutResult(status -> rows.lock(order.id())
                    .filter(found -> found.state() == Order.State.OPEN && found.attempts() == 0)
                    .ifPresent(found -> rows.state(found.id(), Order.State.FAILED, reason)));
        }
    }

    /** Why these visits wait for agents: in a sentence for each that does. */
    public Map<String, Standing> standing(Collection<String> visits) {
        return visits.isEmpty()
                ? Map.of()
                : rows.unfinished(visits).stream().collect(toMap(Order::visit, this::standing, (one, other) -> other));
    }

    /** Why nobody does this order; empty where somebody does, or is about to. */
    public String obstacle(Order order) {
        return standing(order).obstacle();
    }

    /** What agents have in hand now. */
    public List<Order> taken() {
        return rows.taken();
    }

    void forget(ReleaseId release) {
        rows.forget(release);
    }

    private void want(Order order) {
        rows.want(order.id(), now().plus(WANTED), now().plus(WANTED.dividedBy(2)));
    }

    private Standing standing(Order order) {
        var wanted =
                order.selector().text().contains("=") ? "agents with " + order.selector() : "agent " + order.selector();
        if (!order.isFree(clock.instant())) {
            return new Standing("", "agent " + order.agent());
        }
        if (!agents.canSomebodyDo(order.topic(), order.selector())) {
            return new Standing(
                    "no agent with topic " + order.topic() + " is connected that is meant by " + order.selector(),
                    wanted);
        }
        var busyUntil = order.busyUntil();
        return busyUntil != null && busyUntil.isAfter(clock.instant())
                ? new Standing("what was begun on " + order.host() + " may still work", wanted)
                : new Standing("", wanted);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * How an order stands.
     *
     * @param obstacle why nobody does it; empty where somebody does, or is about to
     * @param whom who can move it
     */
    public record Standing(String obstacle, String whom) {}
}
