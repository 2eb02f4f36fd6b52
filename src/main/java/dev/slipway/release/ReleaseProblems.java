package dev.slipway.release;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class ReleaseProblems {

    private ReleaseProblems() {}

    /** The answer to what was refused: who asks, when it is asked, or what is asked for is wrong. */
    static ResponseEntity<Object> refused(List<Flaw> flaws) {
        if (has(flaws, Flaw.ACTOR)) {
            return answer(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", flaws);
        }
        if (has(flaws, Flaw.STATE)) {
            return answer(
                    HttpStatus.CONFLICT, "release-state", "The release does not stand where this can be done", flaws);
        }
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-request", "The request cannot be carried out", flaws);
    }

    static ResponseEntity<Object> unreadable(List<Flaw> flaws) {
        return answer(HttpStatus.BAD_REQUEST, "unreadable-request", "The request cannot be read", flaws);
    }

    static ResponseEntity<Object> unknown(ReleaseId id) {
        return ResponseEntity.of(problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-release",
                        "There is no such release",
                        "No release is called " + id + ". GET /api/releases lists those that there are."))
                .build();
    }

    static ResponseEntity<Object> notReleased(Release release) {
        var problem = problem(
                HttpStatus.CONFLICT,
                "not-released",
                release.id() + " ended " + ReleaseView.name(release.state()),
                release.outcome().isBlank() ? "No reason was given." : release.outcome());
        problem.setProperty("release", release.id().value());
        problem.setProperty("state", ReleaseView.name(release.state()));
        problem.setProperty("outcome", release.outcome());
        return ResponseEntity.of(problem).build();
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
