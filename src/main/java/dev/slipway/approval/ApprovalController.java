package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{id}/approvals")
@Tag(name = "Approvals", description = "Who is asked, and what they said.")
class ApprovalController {

    private final Approvals approvals;
    private final Neighbours neighbours;

    ApprovalController(Approvals approvals, Neighbours neighbours) {
        this.approvals = approvals;
        this.neighbours = neighbours;
    }

    @GetMapping
    @Operation(summary = "Lists the release's requests for approval with their seats and votes, oldest first.")
    ResponseEntity<Object> list(@PathVariable String id) {
        var release = new ReleaseId(id);
        return known(
                release,
                () -> ResponseEntity.ok(approvals.of(release).stream()
                        .map(approval -> ListedApproval.of(approval, approvals.unreachable(approval.id())))
                        .toList()));
    }

    @GetMapping("/outlook")
    @Operation(
            summary = "Says what the release's flow asks for, and which of it nobody could approve as things are now.")
    ResponseEntity<Object> outlook(@PathVariable String id) {
        var release = new ReleaseId(id);
        return known(release, () -> ResponseEntity.ok(approvals.outlook(release)));
    }

    @PostMapping("/{approval}/seats/{seat}/reassign")
    @Operation(summary = "Gives an open seat to a named person, with a reason.")
    ResponseEntity<Object> reassign(
            @PathVariable String id,
            @PathVariable String approval,
            @PathVariable int seat,
            @RequestBody ReassignRequest request) {
        var release = new ReleaseId(id);
        var asked = new ApprovalId(approval);
        return known(
                release,
                () -> approvals
                                .find(asked)
                                .filter(found -> found.release().equals(release))
                                .isPresent()
                        ? answer(approvals.reassign(asked, seat, request.to(), request.why()))
                        : ApprovalProblems.answer(
                                HttpStatus.NOT_FOUND,
                                "not-found",
                                "There is no such request",
                                "GET /api/releases/" + id + "/approvals lists the requests of this release."));
    }

    private static ResponseEntity<Object> answer(Reassigning reassigning) {
        return reassigning instanceof Reassigning.Done done
                ? ResponseEntity.ok(ListedApproval.of(done.approval(), List.of()))
                : ApprovalProblems.answer(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "seat-not-reassigned",
                        "The seat stays as it is",
                        ((Reassigning.Refused) reassigning).reason());
    }

    private ResponseEntity<Object> known(ReleaseId release, Supplier<ResponseEntity<Object>> answer) {
        return neighbours.subject(release).isPresent()
                ? answer.get()
                : ApprovalProblems.answer(
                        HttpStatus.NOT_FOUND,
                        "release-unknown",
                        "Unknown release",
                        "There is no release " + release + ". GET /api/releases lists those there are.");
    }

    /** Who is to have the seat, and why. */
    record ReassignRequest(
            @Nullable String person, @Nullable String reason) {

        private PersonId to() {
            return new PersonId(Objects.requireNonNullElse(person, "").strip());
        }

        private String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }
}
