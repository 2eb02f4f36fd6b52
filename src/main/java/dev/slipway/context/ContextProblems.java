package dev.slipway.context;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How a refusal is answered over HTTP. */
final class ContextProblems {

    private ContextProblems() {}

    static ResponseEntity<Object> refused(List<Flaw> flaws) {
        var first = flaws.get(0);
        return switch (first.field()) {
            case Flaw.ACTOR -> problem(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", flaws);
            case Flaw.MISSING -> problem(HttpStatus.NOT_FOUND, "unknown-context", "There is no such thing", flaws);
            case Flaw.STATE -> problem(HttpStatus.CONFLICT, "no-key", "Secrets cannot be kept", flaws);
            default ->
                problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-request", "The request cannot be carried out", flaws);
        };
    }

    static ResponseEntity<Object> missing(String reason) {
        return refused(List.of(new Flaw(Flaw.MISSING, reason)));
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String code, String title, List<Flaw> flaws) {
        var detail = flaws.size() == 1
                ? flaws.get(0).reason()
                : "There are " + flaws.size() + " things to correct; each is named in flaws. Nothing was changed.";
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        problem.setProperty("flaws", flaws);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
