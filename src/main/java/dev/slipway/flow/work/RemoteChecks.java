package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.APART;
import static dev.slipway.flow.variable.StepVariables.PATH;

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
import dev.slipway.release.Releases;
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
    private final Releases releases;
    private final WorkLog log;
    private final ProbeProperties settings;

    RemoteChecks(Orders orders, Catalog catalog, Releases releases, WorkLog log, ProbeProperties settings) {
        this.orders = orders;
        this.catalog = catalog;
        this.releases = releases;
        this.log = log;
        this.settings = settings;
    }

    /** Empty as long as no agent has said what it found. */
    Optional<Finding> smokeCheck(Visit visit, TargetDescription target, String version, boolean apart) {
        return found(visit, target, SMOKE_CHECK, new RemoteCheck(version, apart, "/health", "", 0));
    }

    /** Empty as long as it is watched. */
    Optional<Finding> watch(
            Visit visit, TargetDescription target, Map<String, Object> inputs, Instant until, long tolerated) {
        var apart = APART.find(inputs).orElse("no").equals("yes");
        var path = PATH.find(inputs).orElse("/health");
        var version = releases.find(visit.release()).orElseThrow().version();
        return found(visit, target, WATCH, new RemoteCheck(version, apart, path, until.toString(), tolerated));
    }

    private Optional<Finding> found(Visit visit, TargetDescription target, String topic, RemoteCheck check) {
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
                        check.written()));
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
        var check = RemoteCheck.read(order.details());
        told.put("operation", order.topic());
        told.put("visit", order.visit());
        told.put("environment", target.environment().value());
        told.put("component", target.component().toString());
        told.put("adapter", target.adapter());
        told.put("settings", target.settings());
        told.put("url", target.url());
        told.put("version", check.version());
        told.put("apart", check.apart());
        told.put("path", check.path());
        told.put("until", check.until());
        told.put("tolerated", check.tolerated());
        told.put("tries", settings.tries());
        told.put("pauseMillis", settings.pause().toMillis());
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
