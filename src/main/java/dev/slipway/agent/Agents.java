package dev.slipway.agent;

import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.release.Flaw;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows which agents there are, what they can do, and whether they are there. */
@Service
public class Agents {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
    private static final int MOST_LABELS = 50;

    private final AgentRows rows;
    private final OrderRows orders;
    private final Rights rights;
    private final Acting acting;
    private final AgentProperties settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agents(
            AgentRows rows,
            OrderRows orders,
            Rights rights,
            Acting acting,
            AgentProperties settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.rights = rights;
        this.acting = acting;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** All that ever came, by name. */
    public List<Agent> all() {
        return rows.all();
    }

    public Optional<Agent> find(String name) {
        return rows.find(name);
    }

    /** Whether it has been heard of lately. */
    public boolean isHere(Agent agent) {
        return agent.isHere(clock.instant(), settings.patience());
    }

    /** Whether nothing was heard of it for so long that it is hardly missed. */
    public boolean isLongGone(Agent agent) {
        return !agent.isHere(clock.instant(), settings.shown());
    }

    /** Whether some agent is there that may take such work. */
    boolean canSomebodyDo(String topic, Selector selector) {
        return rows.all().stream().anyMatch(agent -> isHere(agent) && agent.takes(topic, selector));
    }

    /** Takes down what an agent says of itself. Whoever takes an agent's name over on its machine takes over its orders, too. */
    @Transactional
    Reception greet(Caller caller, Greeting greeting) {
        var flaws = flaws(caller, greeting);
        if (!flaws.isEmpty()) {
            return new Reception.Refused(flaws);
        }
        var known = rows.lock(greeting.name());
        var objection = known.flatMap(agent -> objection(agent, caller, greeting));
        if (objection.isPresent()) {
            return new Reception.Refused(Flaw.STATE, objection.get());
        }
        var same = known.filter(agent -> agent.session().equals(greeting.session()));
        var agent = described(caller, greeting, same);
        rows.put(agent);
        if (agent.state() == Agent.State.DRAINING) {
            events.publishEvent(new Arrival());
        }
        if (same.isEmpty()) {
            orders.freeAllOf(agent.name());
            events.publishEvent(new AgentEvent.Connected(agent));
        }
        return new Reception.Welcome(agent.state() == Agent.State.DRAINING);
    }

    /** An agent leaves; what it has in hand is free for others at once. */
    @Transactional
    boolean leave(Caller caller, String name, String session) {
        var known = rows.lock(name)
                .filter(agent -> agent.account().equals(caller.account()))
                .filter(agent -> agent.session().equals(session));
        known.filter(agent -> agent.state() != Agent.State.GONE).ifPresent(agent -> {
            var gone = in(agent, Agent.State.GONE, agent.drainedBy());
            rows.put(gone);
            orders.freeAllOf(name);
            events.publishEvent(new AgentEvent.Left(gone));
        });
        return known.isPresent();
    }

    /** Asks an agent to take nothing new, finish what it has, and leave. Safe to repeat. */
    @Transactional
    public Draining drain(String name) {
        if (!mayDrain()) {
            return new Draining.Refused(List.of(new Flaw(
                    Flaw.ACTOR, acting.now().id() + " may not drain agents. That takes intervene for all products.")));
        }
        var known = rows.lock(name);
        if (known.isEmpty()) {
            return new Draining.Unknown(name);
        }
        if (known.get().state() != Agent.State.WORKING) {
            return new Draining.Asked(known.get());
        }
        var leaving = in(known.get(), Agent.State.DRAINING, acting.now().toString());
        rows.put(leaving);
        events.publishEvent(new AgentEvent.Drained(leaving));
        events.publishEvent(new Arrival());
        return new Draining.Asked(leaving);
    }

    public boolean mayDrain() {
        return rights.may(acting.now(), Act.INTERVENE, Rights.EVERYTHING);
    }

    private Optional<String> objection(Agent agent, Caller caller, Greeting greeting) {
        if (agent.session().equals(greeting.session())) {
            return agent.account().equals(caller.account()) && agent.state() != Agent.State.GONE
                    ? Optional.empty()
                    : Optional.of("The agent " + agent.name() + " has said goodbye. Start it again.");
        }
        return isHere(agent)
                        && !(agent.host().equals(greeting.host())
                                && agent.account().equals(caller.account()))
                ? Optional.of("An agent called " + agent.name() + " is connected from " + agent.host()
                        + ". Choose another --name.")
                : Optional.empty();
    }

    private Agent described(Caller caller, Greeting greeting, Optional<Agent> before) {
        var leaving = greeting.draining()
                || before.filter(agent -> agent.state() == Agent.State.DRAINING).isPresent();
        return new Agent(
                greeting.name(),
                caller.account(),
                greeting.session(),
                greeting.labels(),
                greeting.topics(),
                greeting.version(),
                greeting.host(),
                leaving ? Agent.State.DRAINING : Agent.State.WORKING,
                before.map(Agent::connectedAt).orElseGet(this::now),
                now(),
                before.map(Agent::drainedBy).orElse(""));
    }

    private Agent in(Agent agent, Agent.State state, String drainedBy) {
        return new Agent(
                agent.name(),
                agent.account(),
                agent.session(),
                agent.labels(),
                agent.topics(),
                agent.version(),
                agent.host(),
                state,
                agent.connectedAt(),
                agent.lastSeenAt(),
                drainedBy);
    }

    private static List<Flaw> flaws(Caller caller, Greeting greeting) {
        var flaws = new ArrayList<Flaw>();
        if (!NAME.matcher(greeting.name()).matches()) {
            flaws.add(new Flaw("name", "Name the agent with up to 100 of a to z, 0 to 9, dots and dashes."));
        }
        if (greeting.session().isBlank() || greeting.session().length() > 64) {
            flaws.add(new Flaw("session", "Give each life of an agent a name of its own, of at most 64 characters."));
        }
        if (greeting.topics().isEmpty()) {
            flaws.add(new Flaw("topics", "Name at least one topic."));
        }
        greeting.topics().stream()
                .filter(topic -> !caller.mayDo(topic))
                .sorted()
                .forEach(topic -> flaws.add(new Flaw(
                        "topics",
                        "The token is not for " + topic + ". Make one of the service account with the scope agent:"
                                + topic + ".")));
        if (greeting.labels().size() > MOST_LABELS
                || greeting.labels().entrySet().stream()
                        .anyMatch(label -> !LABEL.matcher(label.getKey()).matches()
                                || !LABEL.matcher(label.getValue()).matches())) {
            flaws.add(new Flaw("labels", "Give at most " + MOST_LABELS + " labels as name=value, without spaces."));
        }
        return flaws;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
