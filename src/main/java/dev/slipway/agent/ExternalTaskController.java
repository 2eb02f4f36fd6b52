package dev.slipway.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.agent.OrderDesk.Handed;
import dev.slipway.identity.Acting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The protocol of Camunda's external tasks, with orders for tasks: clients for it exist in many languages. */
@RestController
@RequestMapping("/api/agents/external-task")
@Tag(name = "Agents", description = "Agents near targets, and the orders they work on.")
class ExternalTaskController {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20;

    /** In milliseconds; whoever waits is answered before. */
    private static final long LONGEST = 60_000;

    private final OrderDesk desk;
    private final WaitingRoom room;
    private final Agents agents;
    private final Acting acting;

    ExternalTaskController(OrderDesk desk, WaitingRoom room, Agents agents, Acting acting) {
        this.desk = desk;
        this.room = room;
        this.agents = agents;
        this.acting = acting;
    }

    @PostMapping("/fetchAndLock")
    @Operation(
            summary =
                    "Hands out orders of the topics that the token is for, to an agent that has greeted; the worker is named agent/session/hand. Waits for them up to asyncResponseTimeout.")
    DeferredResult<ResponseEntity<Object>> fetch(@RequestBody FetchRequest request) {
        var answer = new DeferredResult<ResponseEntity<Object>>(LONGEST);
        refusal(request).ifPresentOrElse(answer::setResult, () -> serve(request, answer));
        return answer;
    }

    private void serve(FetchRequest request, DeferredResult<ResponseEntity<Object>> answer) {
        var worker = Objects.requireNonNullElse(request.workerId(), "");
        answer.onTimeout(() -> answer.setResult(tasks(List.of())));
        Consumer<List<Handed>> handing = handed -> answer.setResult(tasks(handed));
        answer.onCompletion(() -> room.forget(handing));
        room.serve(
                new WaitingRoom.Wish(
                        Caller.of(acting.bearer()).orElseThrow(),
                        worker.replaceAll("/.*", ""),
                        worker,
                        Math.min(MOST, Objects.requireNonNullElse(request.maxTasks(), 1)),
                        request.durations()),
                Duration.ofMillis(Objects.requireNonNullElse(request.asyncResponseTimeout(), 0L)),
                handing);
    }

    private static ResponseEntity<Object> tasks(List<Handed> handed) {
        return ResponseEntity.ok(
                handed.stream().map(ExternalTaskController::task).toList());
    }

    private Optional<ResponseEntity<Object>> refusal(FetchRequest request) {
        var caller = Caller.of(acting.bearer());
        if (caller.isEmpty()) {
            return Optional.of(AgentAnswers.noAgent());
        }
        var topics = request.durations();
        var foreign = topics.keySet().stream()
                .filter(topic -> !caller.get().mayDo(topic))
                .sorted()
                .toList();
        if (topics.isEmpty() || !foreign.isEmpty()) {
            return Optional.of(AgentAnswers.forbidden(
                    topics.isEmpty()
                            ? "Name at least one topic."
                            : "The token is not for " + String.join(", ", foreign)
                                    + ". Make one of the service account with the scope agent:" + foreign.get(0)
                                    + "."));
        }
        var worker = Objects.requireNonNullElse(request.workerId(), "");
        var agent = agents.find(worker.replaceAll("/.*", ""))
                .filter(known -> known.account().equals(caller.get().account()))
                .filter(known -> worker.startsWith(known.name() + "/" + known.session() + "/"))
                .filter(agents::isHere);
        return agent.isPresent()
                ? Optional.empty()
                : Optional.of(AgentAnswers.conflict("No agent of this account is connected for the worker '" + worker
                        + "'. Greet by POST /api/agents/heartbeat, and call the worker name/session/hand."));
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Says that an order is done; the variable answer says what was asked for.")
    ResponseEntity<Object> complete(@PathVariable String id, @RequestBody ReportRequest request) {
        return report(id, request, Order.State.DONE, request.answer());
    }

    @PostMapping("/{id}/bpmnError")
    @Operation(summary = "Says that the target said no, and why; trying the same again is pointless.")
    ResponseEntity<Object> refuse(@PathVariable String id, @RequestBody ReportRequest request) {
        return report(id, request, Order.State.FAILED, request.message("the agent gave no reason"));
    }

    @PostMapping("/{id}/failure")
    @Operation(
            summary =
                    "Says that an attempt came to nothing, and that nothing of it works any more; Slipway decides about another one.")
    ResponseEntity<Object> fail(@PathVariable String id, @RequestBody ReportRequest request) {
        return report(id, request, Order.State.CAME_TO_NOTHING, request.message("the agent gave no reason"));
    }

    @PostMapping("/{id}/extendLock")
    @Operation(summary = "Says that an agent still works on an order.")
    ResponseEntity<Object> extend(@PathVariable String id, @RequestBody ReportRequest request) {
        var by = Duration.ofMillis(Objects.requireNonNullElse(request.newDuration(), 0L));
        return with(id, caller -> desk.extend(caller, number(id), request.worker(), by));
    }

    @PostMapping("/{id}/unlock")
    @Operation(summary = "Gives an order back for others.")
    ResponseEntity<Object> unlock(
            @PathVariable String id, @RequestBody(required = false) @Nullable ReportRequest request) {
        var worker = request == null ? "" : request.worker();
        return with(id, caller -> desk.giveBack(caller, number(id), worker));
    }

    private ResponseEntity<Object> report(String id, ReportRequest request, Order.State state, String reason) {
        return with(id, caller -> desk.report(caller, number(id), request.worker(), state, reason));
    }

    private ResponseEntity<Object> with(String id, Function<Caller, Handling> act) {
        return Caller.of(acting.bearer())
                .map(caller -> AgentAnswers.of(act.apply(caller)))
                .orElseGet(AgentAnswers::noAgent);
    }

    static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private static Map<String, Object> task(Handed handed) {
        var order = handed.order();
        var task = new LinkedHashMap<String, Object>();
        task.put("id", Long.toString(order.id()));
        task.put("topicName", order.topic());
        task.put("workerId", order.worker());
        task.put("activityInstanceId", order.visit());
        task.put("businessKey", order.release().value());
        task.put("createTime", DATE.format(order.placedAt().atOffset(ZoneOffset.UTC)));
        task.put(
                "lockExpirationTime",
                DATE.format(Objects.requireNonNull(order.lockedUntil()).atOffset(ZoneOffset.UTC)));
        task.put("priority", 0);
        task.put("retries", null);
        task.put("variables", Map.of("order", Map.of("type", "String", "value", text(handed), "valueInfo", Map.of())));
        return task;
    }

    private static String text(Handed handed) {
        var instructions = new LinkedHashMap<>(handed.instructions());
        instructions.put("fresh", handed.order().attempts() == 1);
        try {
            return JSON.writeValueAsString(instructions);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What Camunda's clients send; the rest of it means nothing here. */
    record FetchRequest(
            @Nullable String workerId,
            @Nullable Integer maxTasks,
            @Nullable Long asyncResponseTimeout,
            @Nullable List<TopicRequest> topics) {

        Map<String, Duration> durations() {
            var durations = new LinkedHashMap<String, Duration>();
            Objects.requireNonNullElse(topics, List.<TopicRequest>of())
                    .forEach(topic -> durations.put(
                            Objects.requireNonNullElse(topic.topicName(), ""),
                            Duration.ofMillis(Objects.requireNonNullElse(topic.lockDuration(), 0L))));
            return durations;
        }
    }

    /** One topic of a request. */
    record TopicRequest(
            @Nullable String topicName, @Nullable Long lockDuration) {}

    /** A variable as Camunda's clients send it. */
    record VariableRequest(@Nullable Object value) {}

    /** What Camunda's clients send about a task; the rest of it means nothing here. */
    record ReportRequest(
            @Nullable String workerId,
            @Nullable String errorMessage,
            @Nullable Long newDuration,
            @Nullable Map<String, VariableRequest> variables) {

        String worker() {
            return Objects.requireNonNullElse(workerId, "");
        }

        String answer() {
            var answer = variables == null ? null : variables.get("answer");
            return answer == null ? "" : String.valueOf(answer.value());
        }

        String message(String otherwise) {
            return errorMessage == null || errorMessage.isBlank() ? otherwise : errorMessage;
        }
    }
}
