package dev.slipway.identity;

import dev.slipway.identity.Issuing.Flaw;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class Problems {

    private Problems() {}

    static ResponseEntity<Object> invalid(List<Flaw> flaws) {
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request is not valid",
                "Correct the fields named in flaws.");
        problem.setProperty("flaws", flaws);
        return answer(problem);
    }

    static ResponseEntity<Object> forbidden(String reason) {
        return answer(problem(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", reason));
    }

    static ResponseEntity<Object> notFound(String reason) {
        return answer(problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", reason));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
