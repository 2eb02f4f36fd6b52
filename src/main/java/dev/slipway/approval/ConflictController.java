package dev.slipway.approval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conflicts")
@Tag(name = "Conflicts", description = "Who must not decide, for administrators who signed in.")
class ConflictController {

    private static final int MOST = 200;

    private final Conflicts conflicts;

    ConflictController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    @Operation(summary = "Lists the conflicts that hold, newest first; give the last id as before to read on.")
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        return conflicts.mayKeep()
                ? ResponseEntity.ok(conflicts.page(before, Math.max(1, Math.min(limit, MOST))).stream()
                        .map(ConflictController::view)
                        .toList())
                : forbidden();
    }

    @PostMapping
    @Operation(summary = "Says that somebody must not decide about a product, or not together with somebody.")
    ResponseEntity<Object> enter(@RequestBody ConflictRequest request) {
        if (!conflicts.mayKeep()) {
            return forbidden();
        }
        var flaws = conflicts.flaws(request);
        return flaws.isEmpty()
                ? ResponseEntity.status(HttpStatus.CREATED).body(view(conflicts.enter(request)))
                : ApprovalProblems.invalid(flaws);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Says that a conflict holds no longer.")
    ResponseEntity<Object> end(@PathVariable long id) {
        if (!conflicts.mayKeep()) {
            return forbidden();
        }
        return conflicts.end(id)
                ? ResponseEntity.noContent().build()
                : ApprovalProblems.answer(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such conflict",
                        "There is no conflict " + id + " that still holds. GET /api/conflicts lists those that do.");
    }

    private static ResponseEntity<Object> forbidden() {
        return ApprovalProblems.answer(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "You may not do this",
                "Only an administrator who signed in can see and change conflicts.");
    }

    private static View view(Conflict conflict) {
        var other = conflict.other();
        var product = conflict.product();
        return new View(
                conflict.id(),
                conflict.person().value(),
                other == null ? "" : other.value(),
                product == null ? "" : product.value(),
                conflict.reason(),
                conflict.enteredBy());
    }

    /** A conflict; what holds for everybody or everywhere is empty. */
    record View(long id, String person, String other, String product, String reason, String enteredBy) {}
}
