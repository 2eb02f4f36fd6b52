package dev.slipway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers what goes wrong under {@code /api} before or beside a module's own answers; pages and the engine's REST keep theirs. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request) throws Exception {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/api/") || answeredElsewhere(failure)) {
            throw failure;
        }
        var problem = problem(failure, request);
        return ResponseEntity.of(problem)
                .headers(headers -> {
                    if (failure instanceof ErrorResponse known) {
                        headers.putAll(known.getHeaders());
                    }
                })
                .build();
    }

    /** Security answers its own, and to one that has hung up there is nothing to say. */
    private static boolean answeredElsewhere(Exception failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || failure instanceof AsyncRequestNotUsableException;
    }

    private static ProblemDetail problem(Exception failure, HttpServletRequest request) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof MethodArgumentNotValidException invalid) {
            var flaws = invalid.getBindingResult().getFieldErrors().stream()
                    .map(error -> flaw(error.getField(), String.valueOf(error.getDefaultMessage())))
                    .toList();
            return flawed(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-request", "The request is not valid", flaws);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            var flaw = flaw(mismatch.getName(), "'" + mismatch.getValue() + "' cannot be read here.");
            return flawed(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid", List.of(flaw));
        }
        if (failure instanceof ErrorResponse known) {
            return known(known);
        }
        return incident(failure, request);
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JsonProcessingException json) {
            var at = json.getLocation();
            var where = at == null ? "somewhere" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            var field = json instanceof JsonMappingException mapping ? path(mapping) : "";
            var reason = json.getOriginalMessage().lines().findFirst().orElse("") + " (" + where + ")";
            return flawed(
                    HttpStatus.BAD_REQUEST,
                    "unreadable-request",
                    "The request cannot be read",
                    List.of(flaw(field, reason)));
        }
        return flawed(
                HttpStatus.BAD_REQUEST,
                "unreadable-request",
                "The request cannot be read",
                List.of(flaw("", "The request has no body that can be read. Send a JSON object.")));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getIndex() < 0 ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static ProblemDetail known(ErrorResponse known) {
        var status = known.getStatusCode();
        var body = known.getBody();
        body.setType(URI.create("urn:slipway:problem:" + code(status)));
        return body;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status.is4xxClientError() ? "invalid-request" : "unavailable";
        };
    }

    /** The details stay in the log, under the id that the answer names. */
    private static ProblemDetail incident(Exception failure, HttpServletRequest request) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("incident {} at {} {}", id, request.getMethod(), request.getRequestURI(), failure);
        var problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "incident",
                "Something went wrong inside Slipway",
                "Whoever operates it finds the cause in the log under " + id + ". Trying again may help.");
        problem.setProperty("incident", id);
        return problem;
    }

    private static ProblemDetail flawed(HttpStatus status, String code, String title, List<Map<String, String>> flaws) {
        var detail =
                flaws.size() == 1 ? String.valueOf(flaws.get(0).get("reason")) : "Correct the fields named in flaws.";
        var problem = problem(status, code, title, detail);
        problem.setProperty("flaws", flaws);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }

    private static Map<String, String> flaw(String field, String reason) {
        return Map.of("field", field, "reason", reason);
    }
}
