package dev.slipway.agent;

import dev.slipway.identity.Acting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What agents need beside the protocol of external tasks. */
@RestController
@RequestMapping("/api/agents/orders/{id}")
@Tag(name = "Agents")
class OrderController {

    private static final int MOST_LOG = 64 * 1024;

    private final OrderDesk desk;
    private final Acting acting;

    OrderController(OrderDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @GetMapping("/artifact")
    @Operation(summary = "Downloads the artifact of an order that the worker has in hand; its digest is in the order.")
    ResponseEntity<Object> artifact(@PathVariable String id, @RequestParam String worker) {
        var caller = Caller.of(acting.bearer());
        if (caller.isEmpty()) {
            return AgentAnswers.noAgent();
        }
        return desk.inHand(caller.get(), ExternalTaskController.number(id), worker)
                .flatMap(order -> desk.source(order).file(order))
                .<ResponseEntity<Object>>map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(new FileSystemResource(file)))
                .orElseGet(() -> AgentAnswers.of(new Handling.Unknown(
                        "The worker has no order " + id + " in hand that comes with an artifact.")));
    }

    @PostMapping("/log")
    @Operation(summary = "Adds a piece of text, of at most 64 KiB, to the log of an order that the worker has in hand.")
    ResponseEntity<Object> log(@PathVariable String id, @RequestParam String worker, InputStream text)
            throws IOException {
        var bytes = text.readNBytes(MOST_LOG + 1);
        if (bytes.length > MOST_LOG) {
            return AgentAnswers.tooLarge("A piece of a log has at most 64 KiB. Send it in smaller pieces.");
        }
        var piece = new String(bytes, StandardCharsets.UTF_8);
        return with(caller -> desk.log(caller, ExternalTaskController.number(id), worker, piece));
    }

    @PostMapping("/begun")
    @Operation(
            summary =
                    "Says that work is about to begin that goes on by itself: until it is certainly over, only an agent on the same machine is given the order.")
    ResponseEntity<Object> begun(@PathVariable String id, @RequestParam String worker) {
        return with(caller -> desk.begun(caller, ExternalTaskController.number(id), worker));
    }

    private ResponseEntity<Object> with(Function<Caller, Handling> act) {
        return Caller.of(acting.bearer())
                .map(caller -> AgentAnswers.of(act.apply(caller)))
                .orElseGet(AgentAnswers::noAgent);
    }
}
