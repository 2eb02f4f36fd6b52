package dev.slipway.calendar;

import dev.slipway.release.Flaw;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class CalendarProblems {

    private CalendarProblems() {}

    static ResponseEntity<Object> refused(List<Flaw> flaws) {
        if (has(flaws, Flaw.ACTOR)) {
            return answer(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", flaws);
        }
        if (has(flaws, Flaw.STATE)) {
            return answer(HttpStatus.CONFLICT, "calendar-state", "This cannot be done any more", flaws);
        }
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-request", "The request cannot be carried out", flaws);
    }

    static ResponseEntity<Object> unknown(String what) {
        return ResponseEntity.of(problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", what))
                .build();
    }

    private static ResponseEntity<Object> answer(HttpStatus status, String code, String title, List<Flaw> flaws) {
        var detail = flaws.size() == 1
                ? flaws.get(0).reason()
                : "There are " + flaws.size() + " things to correct; each is named in flaws. Nothing was changed.";
        var problem = problem(status, code, title, detail);
        problem.setProperty("flaws", flaws);
        return ResponseEntity.of(problem).build();
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }

    private static boolean has(List<Flaw> flaws, String field) {
        return flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
    }
}
