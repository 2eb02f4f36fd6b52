package dev.slipway.identity;

import dev.slipway.identity.Issuing.Flaw;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
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
@RequestMapping("/api/substitutes")
@Tag(name = "Substitutes", description = "Who decides in the stead of whom, and when.")
class SubstituteController {

    private static final int MOST = 200;

    private final Substitutes substitutes;
    private final Rights rights;
    private final Acting acting;

    SubstituteController(Substitutes substitutes, Rights rights, Acting acting) {
        this.substitutes = substitutes;
        this.rights = rights;
        this.acting = acting;
    }

    @GetMapping
    @Operation(
            summary =
                    "Lists the substitutions that concern you, newest first, or everybody's for an administrator; give the last id as before to read on.")
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.max(1, Math.min(limit, MOST));
        if (everybody && !rights.administers()) {
            return Problems.forbidden("Only an administrator who signed in sees everybody's substitutes.");
        }
        var found = everybody
                ? substitutes.all(before, size)
                : substitutes.concerning(new PersonId(acting.now().id()), before, size);
        return ResponseEntity.ok(found.stream().map(SubstitutionView::of).toList());
    }

    @PostMapping
    @Operation(
            summary = "Names your substitute for a period; an administrator also names one for somebody who is away.")
    ResponseEntity<Object> name(@RequestBody SubstitutionRequest request) {
        List<Flaw> flaws = new ArrayList<>();
        var order = request.order(new PersonId(acting.now().id()), flaws);
        return order == null ? Problems.invalid(flaws) : answer(substitutes.name(order), HttpStatus.CREATED);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Ends a substitution before its time.")
    ResponseEntity<Object> end(@PathVariable long id) {
        return substitutes.find(id).isPresent()
                ? answer(substitutes.end(id), HttpStatus.OK)
                : Problems.notFound("There is no substitution " + id + ". GET /api/substitutes lists yours.");
    }

    private static ResponseEntity<Object> answer(Naming naming, HttpStatus status) {
        if (naming instanceof Naming.Done done) {
            return ResponseEntity.status(status).body(SubstitutionView.of(done.substitution()));
        }
        return naming instanceof Naming.Refused refused
                ? Problems.invalid(refused.flaws())
                : Problems.forbidden(((Naming.Forbidden) naming).reason());
    }
}
