package dev.slipway.deployment;

import dev.slipway.agent.Order;
import dev.slipway.agent.OrderDraft;
import dev.slipway.agent.Orders;
import dev.slipway.agent.Selector;
import dev.slipway.agent.spi.OrderSource;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes moves on targets that only agents can reach into orders. The intent is on record before; the outcome is written where moves always end. */
@Component
class RemoteOrders implements OrderSource, Remotes {

    private static final String RESTORE = "restore";

    private final Orders orders;
    private final MoveRecord record;
    private final Neighbours neighbours;
    private final Outfitter outfitter;
    private final WorkLog log;
    private final List<Target> adapters;

    RemoteOrders(
            Orders orders,
            MoveRecord record,
            Neighbours neighbours,
            Outfitter outfitter,
            WorkLog log,
            List<Target> adapters) {
        this.orders = orders;
        this.record = record;
        this.neighbours = neighbours;
        this.outfitter = outfitter;
        this.log = log;
        this.adapters = adapters;
    }

    @Override
    public Target remote(Target adapter) {
        return new RemoteTarget(adapter, this);
    }

    void place(TargetDescription place, String visit, RemoteWork work) {
        var spot = new Spot(place.environment(), place.component());
        var move = record.find(visit, spot).orElseThrow().move();
        orders.place(new OrderDraft(
                visit,
                work(spot),
                topic(move),
                move.release(),
                spot.component().product(),
                new Selector(place.agent()),
                work.written()));
    }

    /** The step that makes such moves. */
    private static String topic(Move move) {
        if (move.direction() == Move.Direction.BACK) {
            return RESTORE;
        }
        return switch (move.kind()) {
            case INSTALL -> "deploy";
            case BESIDE -> "install-beside";
            case SHIFT -> "shift-traffic";
            case RETIRE -> "remove-old";
        };
    }

    /** How the visit's order ended; empty where there is none, or where it rests. */
    Optional<Outcome> settled(TargetDescription place, String visit, Duration pause) {
        var found = orders.look(visit, work(new Spot(place.environment(), place.component())));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var order = found.get();
        return switch (order.state()) {
            case OPEN, TAKEN -> throw new NotYet(pause);
            case DONE -> Optional.of(new Outcome.Done());
            case FAILED -> Optional.of(new Outcome.Failed(order.reason()));
            case RESTING -> Optional.empty();
            case CAME_TO_NOTHING -> {
                orders.rest(order);
                throw new TryAgain(order.reason());
            }
        };
    }

    void withdraw(String visit) {
        orders.withdraw(List.of(visit), "no agent had begun it when nobody waited for it any more");
    }

    @Override
    public Set<String> topics() {
        return Set.of("deploy", "install-beside", "shift-traffic", "remove-old", RESTORE);
    }

    @Override
    public Map<String, Object> instructions(Order order) {
        var site = site(order);
        var place = site.place();
        var work = RemoteWork.read(order.details());
        var told = new LinkedHashMap<String, Object>();
        told.put("operation", work.operation());
        told.put("visit", order.visit());
        told.put("environment", place.environment().value());
        told.put("component", place.component().toString());
        told.put("adapter", place.adapter());
        told.put("settings", place.settings());
        told.put("url", place.url());
        told.put("equipment", site.equipment());
        told.put("version", work.version());
        told.put("digest", work.digest());
        told.put("kind", work.kind());
        told.put("share", work.share());
        told.put("unavailable", work.unavailable());
        told.put("beside", work.beside());
        return told;
    }

    @Override
    public Optional<Path> file(Order order) {
        return record.find(order.visit(), spot(order))
                .filter(move -> !move.removes())
                .map(move -> neighbours.local(new Artifact(
                        move.move().component(),
                        URI.create(move.location()),
                        move.move().artifact())));
    }

    @Override
    public Duration patience(Order order) {
        var place = place(order);
        return adapters.stream()
                .filter(adapter -> adapter.adapter().equals(place.adapter()))
                .map(adapter -> adapter.patience(place))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String mask(Order order, String text) {
        return SecretMask.mask(text, site(order).secrets());
    }

    @Override
    public void log(Order order, String text) {
        try (var telling = new Telling(move(order), site(order), log, record)) {
            telling.log(text);
        }
    }

    private KeptMove move(Order order) {
        return record.find(order.visit(), spot(order)).orElseThrow();
    }

    /** With what contexts gave the move when it was intended; secrets are opened anew each time. */
    private Site site(Order order) {
        return outfitter.site(place(order), move(order));
    }

    private TargetDescription place(Order order) {
        var spot = spot(order);
        return neighbours.target(spot.environment(), spot.component()).orElseThrow();
    }

    private static String work(Spot spot) {
        return spot.environment() + " " + spot.component();
    }

    private static Spot spot(Order order) {
        var parts = order.work().split(" ", 2);
        return new Spot(new EnvironmentKey(parts[0]), ComponentKey.parse(parts[1]));
    }
}
