package dev.slipway.release;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class ReleaseProblems {

    private ReleaseProblems() {}

    static ResponseEntity<Object> refused(List<Flaw> flaws) {
        return FlawProblems.refused(flaws, "release-state", "The release does not stand where this can be done");
    }

    static ResponseEntity<Object> unreadable(List<Flaw> flaws) {
        return FlawProblems.answer(HttpStatus.BAD_REQUEST, "unreadable-request", "The request cannot be read", flaws);
    }

    static ResponseEntity<Object> unknown(ReleaseId id) {
        return ResponseEntity.of(FlawProblems.problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-release",
                        "There is no such release",
                        "No release is called " + id + ". GET /api/releases lists those that there are."))
                .build();
    }

    static ResponseEntity<Object> notReleased(Release release) {
        var problem = FlawProblems.problem(
                HttpStatus.CONFLICT,
                "not-released",
                release.id() + " ended " + ReleaseView.name(release.state()),
                release.outcome().isBlank() ? "No reason was given." : release.outcome());
        problem.setProperty("release", release.id().value());
        problem.setProperty("state", ReleaseView.name(release.state()));
        problem.setProperty("outcome", release.outcome());
        return ResponseEntity.of(problem).build();
    }
}
