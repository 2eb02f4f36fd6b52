package dev.slipway.approval;

import dev.slipway.release.FlawProblems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class ApprovalProblems {

    private ApprovalProblems() {}

    static ResponseEntity<Object> answer(HttpStatus status, String code, String title, String detail) {
        return ResponseEntity.of(FlawProblems.problem(status, code, title, detail))
                .build();
    }

    static ResponseEntity<Object> invalid(List<?> flaws) {
        var problem = FlawProblems.problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request is not valid",
                "Correct the fields named in flaws.");
        problem.setProperty("flaws", flaws);
        return ResponseEntity.of(problem).build();
    }
}
