package dev.slipway.agent;

import dev.slipway.release.FlawProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers agents; Camunda's clients look for the reason in {@code message}. */
final class AgentAnswers {

    private AgentAnswers() {}

    static ResponseEntity<Object> of(Handling handling) {
        if (handling instanceof Handling.Unknown unknown) {
            return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such order", unknown.reason());
        }
        return handling instanceof Handling.NotYours not
                ? problem(HttpStatus.BAD_REQUEST, "not-locked", "Somebody else has this order", not.reason())
                : ResponseEntity.noContent().build();
    }

    static ResponseEntity<Object> noAgent() {
        return forbidden(
                "Agents come with a token of a service account whose scopes name topics, such as agent:deploy.");
    }

    static ResponseEntity<Object> forbidden(String reason) {
        return problem(HttpStatus.FORBIDDEN, "forbidden", "You may not do this", reason);
    }

    static ResponseEntity<Object> conflict(String reason) {
        return problem(HttpStatus.CONFLICT, "agent-state", "This cannot be done now", reason);
    }

    static ResponseEntity<Object> tooLarge(String reason) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "This is too much at once", reason);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String code, String title, String reason) {
        var problem = FlawProblems.problem(status, code, title, reason);
        problem.setProperty("message", reason);
        return ResponseEntity.of(problem).build();
    }
}
