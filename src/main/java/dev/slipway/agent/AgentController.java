package dev.slipway.agent;

import static java.util.stream.Collectors.groupingBy;

import dev.slipway.identity.Acting;
import dev.slipway.release.FlawProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/agents")
@Tag(name = "Agents")
class AgentController {

    private static final int PAGE = 200;

    private final Agents agents;
    private final Orders orders;
    private final Acting acting;

    AgentController(Agents agents, Orders orders, Acting acting) {
        this.agents = agents;
        this.orders = orders;
        this.acting = acting;
    }

    @GetMapping
    @Operation(summary = "Lists agents by name, those after the given one, at most 200, with what they have in hand.")
    List<AgentView> list(@RequestParam(defaultValue = "") String after) {
        var work = orders.taken().stream().collect(groupingBy(Order::agent));
        return agents.all().stream()
                .filter(agent -> agent.name().compareTo(after) > 0)
                .limit(PAGE)
                .map(agent -> view(agent, work.getOrDefault(agent.name(), List.of())))
                .toList();
    }

    @PostMapping("/heartbeat")
    @Operation(
            summary =
                    "An agent says who it is and what it can do, again and again; the answer says whether it shall leave.")
    ResponseEntity<Object> greet(@RequestBody GreetingRequest request) {
        var caller = Caller.of(acting.bearer());
        if (caller.isEmpty()) {
            return AgentAnswers.noAgent();
        }
        var reception = agents.greet(caller.get(), request.greeting());
        return reception instanceof Reception.Refused refused
                ? FlawProblems.refused(refused.flaws(), "agent-state", "This cannot be done now")
                : ResponseEntity.ok(Map.of("leave", ((Reception.Welcome) reception).leave()));
    }

    @PostMapping("/goodbye")
    @Operation(summary = "An agent leaves; what it has in hand is free for others at once.")
    ResponseEntity<Object> leave(@RequestBody GreetingRequest request) {
        var caller = Caller.of(acting.bearer());
        if (caller.isEmpty()) {
            return AgentAnswers.noAgent();
        }
        var greeting = request.greeting();
        return agents.leave(caller.get(), greeting.name(), greeting.session())
                ? ResponseEntity.noContent().build()
                : AgentAnswers.of(new Handling.Unknown("No agent " + greeting.name() + " of this session is known."));
    }

    @PostMapping("/{name}/drain")
    @Operation(summary = "Asks an agent to take nothing new, finish what it has, and leave.")
    ResponseEntity<Object> drain(@PathVariable String name) {
        var draining = agents.drain(name);
        if (draining instanceof Draining.Refused refused) {
            return FlawProblems.refused(refused.flaws(), "agent-state", "This cannot be done now");
        }
        return draining instanceof Draining.Asked asked
                ? ResponseEntity.ok(view(asked.agent(), List.of()))
                : ResponseEntity.of(FlawProblems.problem(
                                HttpStatus.NOT_FOUND,
                                "not-found",
                                "There is no such thing",
                                "There is no agent " + name + ". GET /api/agents lists them."))
                        .build();
    }

    private AgentView view(Agent agent, List<Order> work) {
        return new AgentView(
                agent.name(),
                agent.account(),
                agent.state() == Agent.State.GONE || agents.isHere(agent)
                        ? agent.state().name().toLowerCase(Locale.ROOT)
                        : "away",
                agent.labels(),
                agent.topics(),
                agent.version(),
                agent.host(),
                agent.connectedAt(),
                agent.lastSeenAt(),
                work.stream()
                        .map(order -> new WorkView(
                                order.id(), order.topic(), order.release().value(), order.work()))
                        .toList());
    }

    /** What an agent says of itself over HTTP. */
    record GreetingRequest(
            @Nullable String name,
            @Nullable String session,
            @Nullable Map<String, String> labels,
            @Nullable Set<String> topics,
            @Nullable String version,
            @Nullable String host,
            @Nullable Boolean draining) {

        private static final int LONGEST = 255;

        Greeting greeting() {
            return new Greeting(
                    text(name),
                    text(session),
                    Objects.requireNonNullElse(labels, Map.of()),
                    Objects.requireNonNullElse(topics, Set.of()),
                    text(version),
                    text(host),
                    Boolean.TRUE.equals(draining));
        }

        private static String text(@Nullable String text) {
            var stripped = Objects.requireNonNullElse(text, "").strip();
            return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
        }
    }

    /** @param state working, draining, gone, or away where nothing was heard of it lately */
    record AgentView(
            String name,
            String account,
            String state,
            Map<String, String> labels,
            Set<String> topics,
            String version,
            String host,
            Instant connectedAt,
            Instant lastSeenAt,
            List<WorkView> work) {}

    /** An order that an agent has in hand. */
    record WorkView(long order, String topic, String release, String work) {}
}
