package dev.slipway.flow.work;

import dev.slipway.agent.Order;
import dev.slipway.agent.OrderDraft;
import dev.slipway.agent.Orders;
import dev.slipway.agent.Selector;
import dev.slipway.agent.spi.OrderSource;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.WorkLog;
import dev.slipway.deployment.spi.TryAgain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has agents ask components how they are, where nobody else can reach them. */
@Component
class RemoteChecks implements OrderSource {

    private static final String SMOKE_CHECK = "smoke-check";
    private static final String WATCH = "watch";

    private final Orders orders;
    private final Catalog catalog;
    private final WorkLog log;
    private final ProbeProperties settings;

    RemoteChecks(Orders orders, Catalog catalog, WorkLog log, ProbeProperties settings) {
        this.orders = orders;
        this.catalog = catalog;
        this.log = log;
        this.settings = settings;
    }

    /** Empty as long as no agent has said what it found. */
    Optional<Finding> smokeCheck(Visit visit, TargetDescription target, String version) {
        return found(visit, target, SMOKE_CHECK, version);
    }

    /** Empty as long as it is watched. */
    Optional<Finding> watch(Visit visit, TargetDescription target, Instant until, long tolerated) {
        return found(visit, target, WATCH, until + " " + tolerated);
    }

    private Optional<Finding> found(Visit visit, TargetDescription target, String topic, String details) {
        var work = target.environment() + " " + target.component();
        var order = orders.look(visit.id(), work);
        var state = order.map(Order::state).orElse(Order.State.RESTING);
        return switch (state) {
            case OPEN, TAKEN -> Optional.empty();
            case DONE -> Optional.of(new Finding(""));
            case FAILED -> Optional.of(new Finding(order.map(Order::reason).orElse("")));
            case CAME_TO_NOTHING -> {
                order.ifPresent(orders::rest);
                throw new TryAgain(order.map(Order::reason).orElse(""));
            }
            case RESTING -> {
                orders.place(new OrderDraft(
                        visit.id(),
                        work,
                        topic,
                        visit.release(),
                        target.component().product(),
                        new Selector(target.agent()),
                        details));
                yield Optional.empty();
            }
        };
    }

    @Override
    public Set<String> topics() {
        return Set.of(SMOKE_CHECK, WATCH);
    }

    @Override
    public Map<String, Object> instructions(Order order) {
        var target = target(order);
        var told = new LinkedHashMap<String, Object>();
        told.put("operation", order.topic());
        told.put("visit", order.visit());
        told.put("component", target.component().toString());
        told.put("url", target.url());
        told.put("pauseMillis", settings.pause().toMillis());
        if (order.topic().equals(SMOKE_CHECK)) {
            told.put("version", order.details());
            told.put("tries", settings.tries());
        } else {
            var parts = order.details().split(" ", 2);
            told.put("until", parts[0]);
            told.put("tolerated", Long.parseLong(parts[1]));
        }
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
        return text;
    }

    @Override
    public void log(Order order, String text) {
        log.append(order.release(), order.visit(), order.topic(), text);
    }

    private TargetDescription target(Order order) {
        var parts = order.work().split(" ", 2);
        return catalog.target(new EnvironmentKey(parts[0]), ComponentKey.parse(parts[1]))
                .orElseThrow();
    }

    /** @param flaw what an agent has found wrong; empty where nothing is */
    record Finding(String flaw) {}
}
