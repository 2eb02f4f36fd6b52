package dev.slipway.agent;

import dev.slipway.Database;
import dev.slipway.agent.spi.OrderSource;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Bearer;
import dev.slipway.identity.Scope;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** The module on one database, with a clock that is moved by hand and one source of orders. */
@SuppressWarnings("NullAway") // nobody is asked for rights here
final class Office implements OrderSource {

    static final ReleaseId RELEASE = new ReleaseId("shop-1.0.0");
    static final Duration PATIENCE = Duration.ofMinutes(10);

    final Agents agents;
    final Orders orders;
    final OrderDesk desk;
    private final Clock clock;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    Office(Database database) {
        InstantSource source = () -> now;
        clock = source.withZone(ZoneOffset.UTC);
        var rows = new OrderRows(database.jdbc());
        var agentRows = new AgentRows(database.jdbc());
        var settings = new AgentProperties(Duration.ofSeconds(30), Duration.ofDays(1), Duration.ofMinutes(5));
        agents = new Agents(agentRows, rows, null, null, settings, database.events(), clock);
        orders = new Orders(rows, agents, database.transactions().getTransactionManager(), database.events(), clock);
        desk = new OrderDesk(rows, agentRows, only(this), settings, database.events(), database.transactions(), clock);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void comes(String name, String label, String... topics) {
        var pair = label.split("=");
        agents.greet(
                caller("agents", Set.of(), "deploy", "restore"),
                new Greeting(
                        name, "s-" + name, Map.of(pair[0], pair[1]), Set.of(topics), "1", name + ".example", false));
    }

    void beat(String name) {
        var agent = agent(name);
        agents.greet(
                caller("agents", Set.of(), "deploy", "restore"),
                new Greeting(name, agent.session(), agent.labels(), agent.topics(), "1", agent.host(), false));
    }

    Reception greet(String name, String session, String host) {
        return agents.greet(
                caller("agents", Set.of(), "deploy"),
                new Greeting(name, session, Map.of("zone", "north"), Set.of("deploy"), "1", host, false));
    }

    void place(String selector) {
        orders.place(new OrderDraft(
                "v", "staging shop/api", "deploy", RELEASE, new ProductKey("shop"), new Selector(selector), ""));
    }

    Order look() {
        return orders.look("v", "staging shop/api").orElseThrow();
    }

    String standing() {
        return orders.standing(List.of("v")).get("v").obstacle();
    }

    List<OrderDesk.Handed> take(String name, String topic) {
        return desk.take(
                caller("agents", Set.of(), "deploy", "restore"),
                agent(name),
                worker(name),
                5,
                Map.of(topic, Duration.ofSeconds(30)));
    }

    WaitingRoom room() {
        return new WaitingRoom(desk, agents, new Acting(), clock);
    }

    /** The orders that a hand is given when it waits for some. */
    CompletableFuture<List<OrderDesk.Handed>> waits(WaitingRoom room, String name, Duration patience) {
        var given = new CompletableFuture<List<OrderDesk.Handed>>();
        var caller = caller("agents", Set.of(), "deploy");
        room.serve(
                new WaitingRoom.Wish(caller, name, worker(name), 1, Map.of("deploy", Duration.ofSeconds(30))),
                patience,
                given::complete);
        return given;
    }

    void leaves(String name) {
        agents.leave(caller("agents", Set.of(), "deploy"), name, "s-" + name);
    }

    Handling report(String name, long id, Order.State state) {
        return desk.report(caller("agents", Set.of(), "deploy"), id, worker(name), state, "");
    }

    Agent agent(String name) {
        return agents.find(name).orElseThrow();
    }

    String worker(String name) {
        return name + "/s-" + name + "/1";
    }

    static Caller caller(String account, Set<String> products, String... topics) {
        var scopes = Arrays.stream(topics).map(Scope::agent).collect(Collectors.toSet());
        return Caller.of(Optional.of(new Bearer(Actor.service(account), 1, scopes, products)))
                .orElseThrow();
    }

    private static ObjectProvider<OrderSource> only(OrderSource source) {
        return new ObjectProvider<>() {
            @Override
            public OrderSource getObject() {
                return source;
            }

            @Override
            public Stream<OrderSource> stream() {
                return Stream.of(source);
            }
        };
    }

    @Override
    public Set<String> topics() {
        return Set.of("deploy", "restore");
    }

    @Override
    public Map<String, Object> instructions(Order order) {
        return Map.of();
    }

    @Override
    public Optional<Path> file(Order order) {
        return Optional.empty();
    }

    @Override
    public Duration patience(Order order) {
        return PATIENCE;
    }

    @Override
    public String mask(Order order, String text) {
        return text;
    }

    @Override
    public void log(Order order, String text) {}
}
