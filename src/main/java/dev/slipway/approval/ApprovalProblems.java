package dev.slipway.approval;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class ApprovalProblems {

    private ApprovalProblems() {}

    static ResponseEntity<Object> answer(HttpStatus status, String code, String title, String detail) {
        return ResponseEntity.of(problem(status, code, title, detail)).build();
    }

    static ResponseEntity<Object> invalid(List<?> flaws) {
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request is not valid",
                "Correct the fields named in flaws.");
        problem.setProperty("flaws", flaws);
        return ResponseEntity.of(problem).build();
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }
}
