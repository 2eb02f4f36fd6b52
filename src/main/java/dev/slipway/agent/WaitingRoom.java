package dev.slipway.agent;

import dev.slipway.agent.OrderDesk.Handed;
import dev.slipway.identity.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Agents that wait for orders: each is answered when there is one, when it shall leave, or when its patience ends, and no thread waits with it. What arises on
 * this node is handed out at once, what another node has placed within a second.
 */
@Component
class WaitingRoom implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final long LOOK = 1000;

    /** Proxies between an agent and Slipway seldom let a question wait longer. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final OrderDesk desk;
    private final Agents agents;
    private final Acting acting;
    private final Clock clock;
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService thread;

    WaitingRoom(OrderDesk desk, Agents agents, Acting acting, Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.acting = acting;
        this.clock = clock;
    }

    /** Answers now or later, once. A hand that asks again while it still waits is answered with nothing first. */
    void serve(Wish wish, Duration patience, Consumer<List<Handed>> answer) {
        var handed = take(wish);
        var bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        if (!handed.isEmpty() || bounded.isZero() || bounded.isNegative() || !isRunning() || isLeaving(wish)) {
            answer.accept(handed);
            return;
        }
        var before = guests.put(wish.worker(), new Guest(wish, clock.instant().plus(bounded), answer));
        if (before != null) {
            before.answer.accept(List.of());
        }
        look();
    }

    /** An agent that has gone away while it waited takes nothing. */
    void forget(Consumer<List<Handed>> answer) {
        guests.values().removeIf(guest -> guest.answer == answer);
    }

    /** At once where something changes on this node. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(Arrival arrival) {
        if (!guests.isEmpty()) {
            look();
        }
    }

    private synchronized void look() {
        try {
            if (thread != null) {
                thread.execute(this::round);
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nothing is handed out any more: this node stops");
        }
    }

    private void round() {
        for (var guest : guests.values()) {
            try {
                serve(guest);
            } catch (RuntimeException failure) {
                LOG.warn("SLIP-2901: {} could not be served; trying again", guest.wish.worker(), failure);
            }
        }
    }

    /** Called up before it is given anything: what is taken for one that has been answered meanwhile would reach nobody. */
    private void serve(Guest guest) {
        if (!guests.remove(guest.wish.worker(), guest)) {
            return;
        }
        var over = isLeaving(guest.wish) || !clock.instant().isBefore(guest.until);
        var handed = over ? List.<Handed>of() : take(guest.wish);
        if (over || !handed.isEmpty() || guests.putIfAbsent(guest.wish.worker(), guest) != null) {
            guest.answer.accept(handed);
        }
    }

    private List<Handed> take(Wish wish) {
        return acting.as(
                wish.caller().bearer().actor(),
                () -> agents.find(wish.agent())
                        .map(agent -> desk.take(wish.caller(), agent, wish.worker(), wish.most(), wish.topics()))
                        .orElseGet(List::of));
    }

    /** Whether it is not to be given anything any more, in this life of it. */
    private boolean isLeaving(Wish wish) {
        return agents.find(wish.agent())
                .filter(agent -> agent.state() == Agent.State.WORKING)
                .filter(agent -> wish.worker().startsWith(agent.name() + "/" + agent.session() + "/"))
                .isEmpty();
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "slipway-waiting-room");
            daemon.setDaemon(true);
            return daemon;
        });
        started.scheduleWithFixedDelay(this::round, LOOK, LOOK, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
        guests.values().forEach(guest -> {
            if (guests.remove(guest.wish.worker(), guest)) {
                guest.answer.accept(List.of());
            }
        });
    }

    /** Before the web server waits for its last answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /**
     * What an agent's hand would do.
     *
     * @param agent by its name
     * @param topics with how long each order is to be locked
     */
    record Wish(Caller caller, String agent, String worker, int most, Map<String, Duration> topics) {}

    private record Guest(Wish wish, Instant until, Consumer<List<Handed>> answer) {}
}
