package dev.slipway.quality.analysis;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answers of this interface to what it cannot do. */
final class AnalysisProblem {

    private AnalysisProblem() {}

    static ErrorResponseException noRelease(String id) {
        return answer(
                HttpStatus.NOT_FOUND,
                "release-unknown",
                "Unknown release",
                "There is no release " + id + ". GET /api/releases lists those there are.");
    }

    static ErrorResponseException unknown(long number) {
        return answer(
                HttpStatus.NOT_FOUND,
                "analysis-unknown",
                "Unknown analysis",
                "The release has no analysis " + number + ". Its list gives those there are.");
    }

    static ErrorResponseException notEnded() {
        return answer(
                HttpStatus.CONFLICT,
                "analysis-not-ended",
                "Analysis goes on",
                "What is measured is kept when the analysis ends. Ask again when it has a finding.");
    }

    static ErrorResponseException answer(HttpStatus status, String code, String title, String detail) {
        return new ErrorResponseException(status, problem(status, code, title, detail), null);
    }

    static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }
}
