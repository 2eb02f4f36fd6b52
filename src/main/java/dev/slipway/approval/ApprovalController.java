package dev.slipway.approval;

import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Approvals", description = "Who is asked, and what they said.")
class ApprovalController {

    private final Approvals approvals;
    private final Neighbours neighbours;

    ApprovalController(Approvals approvals, Neighbours neighbours) {
        this.approvals = approvals;
        this.neighbours = neighbours;
    }

    @GetMapping("/api/releases/{id}/approvals")
    @Operation(summary = "Lists the release's requests for approval with their seats and votes, oldest first.")
    List<ListedApproval> list(@PathVariable String id) {
        var release = new ReleaseId(id);
        if (neighbours.subject(release).isEmpty()) {
            throw unknown(release);
        }
        return approvals.of(release).stream()
                .map(approval -> ListedApproval.of(approval, approvals.unreachable(approval.id())))
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    private static ErrorResponseException unknown(ReleaseId release) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is no release " + release + ". GET /api/releases lists those there are.");
        problem.setType(URI.create("urn:slipway:problem:release-unknown"));
        problem.setTitle("Unknown release");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
