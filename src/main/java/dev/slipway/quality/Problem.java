package dev.slipway.quality;

import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answers of this module's interface to what it cannot do. */
final class Problem {

    private Problem() {}

    static ErrorResponseException unknownRelease(ReleaseId release) {
        return answer(
                HttpStatus.NOT_FOUND,
                "release-unknown",
                "Unknown release",
                "There is no release " + release + ". GET /api/releases lists those there are.");
    }

    static ErrorResponseException unknownEvidence() {
        return answer(
                HttpStatus.NOT_FOUND,
                "evidence-unknown",
                "Unknown evidence",
                "The release has no evidence with this digest. Its list gives the digests there are.");
    }

    static ErrorResponseException wrongContentType() {
        return answer(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "content-type-not-usable",
                "Content type not usable",
                "The document was sent as a form's fields. Send it as multipart/form-data in the field 'file', or as the"
                        + " body with another Content-Type, such as application/octet-stream.");
    }

    static ErrorResponseException tooLarge() {
        return answer(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "evidence-too-large",
                "Evidence too large",
                "Evidence may have at most " + Submission.LARGEST + " bytes. Send a smaller document.");
    }

    static ErrorResponseException refused(HttpStatus status, Flaw flaw) {
        var problem = problem(
                status,
                "evidence-refused",
                "Evidence refused",
                "Nothing was kept; flaws names the field and the cure.");
        problem.setProperty("flaws", List.of(flaw));
        return new ErrorResponseException(status, problem, null);
    }

    private static ErrorResponseException answer(HttpStatus status, String code, String title, String detail) {
        return new ErrorResponseException(status, problem(status, code, title, detail), null);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }
}
