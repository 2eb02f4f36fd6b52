package dev.slipway.release;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Answers over HTTP a request that has flaws, as RFC 9457 has it. */
public final class FlawProblems {

    private FlawProblems() {}

    /**
     * The answer to what was refused: who asks, when it is asked, or what is asked for is wrong.
     *
     * @param stateCode what the problem is called where it is asked at the wrong time
     * @param stateTitle the same in words
     */
    public static ResponseEntity<Object> refused(List<Flaw> flaws, String stateCode, String stateTitle) {
        if (has(flaws, Flaw.ACTOR)) {
            return answer(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", flaws);
        }
        if (has(flaws, Flaw.STATE)) {
            return answer(HttpStatus.CONFLICT, stateCode, stateTitle, flaws);
        }
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-request", "The request cannot be carried out", flaws);
    }

    static ResponseEntity<Object> answer(HttpStatus status, String code, String title, List<Flaw> flaws) {
        var detail = flaws.size() == 1
                ? flaws.get(0).reason()
                : "There are " + flaws.size() + " things to correct; each is named in flaws. Nothing was changed.";
        var problem = problem(status, code, title, detail);
        problem.setProperty("flaws", flaws);
        return ResponseEntity.of(problem).build();
    }

    /** A problem of this code. */
    public static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }

    private static boolean has(List<Flaw> flaws, String field) {
        return flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
    }
}
