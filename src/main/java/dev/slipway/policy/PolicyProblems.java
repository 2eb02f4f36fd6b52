package dev.slipway.policy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What goes wrong over HTTP in this module, as RFC 9457 has it. */
final class PolicyProblems {

    private PolicyProblems() {}

    static ResponseEntity<Object> unknownTable(String table) {
        return answer(
                HttpStatus.NOT_FOUND,
                "unknown-policy",
                "There is no such table",
                "No table is called " + table + ". GET /api/policies lists those that there are.",
                List.of());
    }

    static ResponseEntity<Object> unknownReplay(String id) {
        return answer(
                HttpStatus.NOT_FOUND,
                "unknown-replay",
                "There is no such replay",
                "This node remembers no replay " + id
                        + ". The newest five are kept in memory, on the node that made them; replay the table again.",
                List.of());
    }

    static ResponseEntity<Object> wrongDifference(String word) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "unreadable-request",
                "The request cannot be read",
                "'" + word + "' is no difference. Give newly-blocked, newly-allowed or differently-routed.",
                List.of());
    }

    static ResponseEntity<Object> refused(Replaying refusal) {
        if (refusal instanceof Replaying.Forbidden forbidden) {
            return answer(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", forbidden.reason(), List.of());
        }
        if (refusal instanceof Replaying.Unknown unknown) {
            return unknownTable(unknown.table());
        }
        if (refusal instanceof Replaying.Busy busy) {
            return answer(
                    HttpStatus.CONFLICT,
                    "replay-running",
                    "Another replay is under way",
                    "The replay " + busy.other().id() + " of " + busy.other().table()
                            + " is under way on this node. Wait for its end.",
                    List.of());
        }
        var flaws = ((Replaying.Refused) refusal)
                .flaws().stream()
                        .map(flaw -> Map.<String, Object>of(
                                "field", flaw.element(), "line", flaw.line(), "reason", flaw.reason()))
                        .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-table",
                "The table cannot be replayed",
                String.valueOf(((Replaying.Refused) refusal).flaws().get(0)),
                flaws);
    }

    private static ResponseEntity<Object> answer(
            HttpStatus status, String code, String title, String detail, List<Map<String, Object>> flaws) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        if (!flaws.isEmpty()) {
            problem.setProperty("flaws", flaws);
        }
        return ResponseEntity.of(problem).build();
    }
}
