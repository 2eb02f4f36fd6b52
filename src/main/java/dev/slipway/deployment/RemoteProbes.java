package dev.slipway.deployment;

import dev.slipway.agent.Order;
import dev.slipway.agent.OrderDraft;
import dev.slipway.agent.Orders;
import dev.slipway.agent.Selector;
import dev.slipway.agent.spi.OrderSource;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.ProbeAnswer;
import dev.slipway.deployment.spi.Report;
import dev.slipway.environment.Occupancy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has agents say what is true at targets that only they can see. For each target one question is open at a time; its answer is taken once. */
@Component
class RemoteProbes implements OrderSource {

    private static final String TOPIC = "probe";

    /** Nobody waits longer for an answer, and no older answer is believed. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Orders orders;
    private final Neighbours neighbours;
    private final MoveRecord record;
    private final Outfitter outfitter;
    private final Clock clock;

    RemoteProbes(Orders orders, Neighbours neighbours, MoveRecord record, Outfitter outfitter, Clock clock) {
        this.orders = orders;
        this.neighbours = neighbours;
        this.record = record;
        this.outfitter = outfitter;
        this.clock = clock;
    }

    /** Empty until an agent has answered. */
    Optional<Report> ask(TargetDescription place) {
        var spot = new Spot(place.environment(), place.component());
        var planned = planned(spot);
        var found = orders.look(TOPIC, spot.work());
        if (found.isEmpty()) {
            place(place, spot, planned);
            return Optional.empty();
        }
        var order = found.get();
        var stale = order.placedAt().plus(PATIENCE).isBefore(clock.instant());
        if (!order.details().equals(planned) || stale && order.state().isReported()) {
            orders.drop(order);
            place(place, spot, planned);
            return Optional.empty();
        }
        if (!order.state().isReported()) {
            return stale ? Optional.of(unanswered(order)) : Optional.empty();
        }
        orders.drop(order);
        return Optional.of(report(order));
    }

    private Report unanswered(Order order) {
        var obstacle = orders.obstacle(order);
        orders.drop(order);
        return new Report.Unknown(obstacle.isEmpty() ? "the agent " + order.agent() + " did not answer" : obstacle);
    }

    private static Report report(Order order) {
        return order.state() == Order.State.DONE
                ? ProbeAnswer.read(order.reason())
                        .orElseGet(() -> new Report.Unknown("the agent's answer cannot be read: " + order.reason()))
                : new Report.Unknown(order.reason());
    }

    private void place(TargetDescription place, Spot spot, String planned) {
        orders.place(new OrderDraft(
                TOPIC,
                spot.work(),
                TOPIC,
                record.placed(spot).release(),
                spot.component().product(),
                new Selector(place.agent()),
                planned));
    }

    /** Tells what is planned now from what was planned there before, also where it is the same version. */
    private String planned(Spot spot) {
        return neighbours
                .occupancy(spot.environment(), spot.component())
                .map(RemoteProbes::words)
                .orElse("");
    }

    private static String words(Occupancy there) {
        return there.version() + " of " + there.release() + " since " + there.since();
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public boolean changesNothing() {
        return true;
    }

    @Override
    public Map<String, Object> instructions(Order order) {
        var site = site(order);
        var told = new LinkedHashMap<String, Object>();
        told.put("operation", TOPIC);
        told.put("visit", order.visit());
        told.put("environment", site.place().environment().value());
        told.put("component", site.place().component().toString());
        told.put("adapter", site.place().adapter());
        told.put("settings", site.place().settings());
        told.put("url", site.place().url());
        told.put("equipment", site.equipment());
        return told;
    }

    @Override
    public Optional<Path> file(Order order) {
        return Optional.empty();
    }

    @Override
    public Duration patience(Order order) {
        return Duration.ZERO;
    }

    @Override
    public String mask(Order order, String text) {
        return SecretMask.mask(text, site(order).secrets());
    }

    /** What a probe says beside its answer is nobody's log. */
    @Override
    public void log(Order order, String text) {}

    private Site site(Order order) {
        var parts = order.work().split(" ", 2);
        var spot = new Spot(new EnvironmentKey(parts[0]), ComponentKey.parse(parts[1]));
        var place = neighbours.target(spot.environment(), spot.component()).orElseThrow();
        return outfitter.site(place, record.placed(spot));
    }
}
