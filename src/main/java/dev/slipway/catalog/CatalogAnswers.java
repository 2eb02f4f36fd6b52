package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Applied;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Applying.Refused;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How an application is answered over HTTP. */
final class CatalogAnswers {

    private CatalogAnswers() {}

    static ResponseEntity<?> to(Applying applying) {
        if (applying instanceof Refused refused) {
            return refused(refused.problems());
        }
        var changes = ((Applied) applying).changes();
        var message = changes.isEmpty() ? "Nothing has changed: the catalogue says all of this already." : "Applied.";
        return ResponseEntity.ok(Map.of("message", message, "changes", changes));
    }

    static ResponseEntity<ProblemDetail> forbidden() {
        return problem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "You may not change the catalogue",
                "Ask an administrator to apply the documents, or to give you the right to.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> refused(List<Problem> problems) {
        var flaws = problems.stream()
                .map(problem -> Map.<String, Object>of(
                        "field", problem.file() + ":" + problem.line(),
                        "file", problem.file(),
                        "line", problem.line(),
                        "reason", problem.reason()))
                .toList();
        return problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "catalog-refused",
                "The documents are wrong",
                "Nothing was applied. Correct the " + (flaws.size() == 1 ? "line" : "lines")
                        + " named and send all files again.",
                flaws);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, String title, String detail, List<Map<String, Object>> flaws) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        if (!flaws.isEmpty()) {
            problem.setProperty("flaws", flaws);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
