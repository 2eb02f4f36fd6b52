package dev.slipway.deployment;

import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{id}")
@Tag(name = "Deployments", description = "What a release has moved, and what the steps that did it said.")
class DeploymentController {

    private final Releases releases;
    private final Deployments deployments;
    private final WorkLog logs;

    DeploymentController(Releases releases, Deployments deployments, WorkLog logs) {
        this.releases = releases;
        this.deployments = deployments;
        this.logs = logs;
    }

    @GetMapping("/deployments")
    @Operation(summary = "Lists all moves of the release, oldest first.")
    ResponseEntity<?> deployments(@PathVariable String id) {
        var release = new ReleaseId(id);
        if (releases.find(release).isEmpty()) {
            return noRelease(id);
        }
        return ResponseEntity.ok(
                deployments.of(release).stream().map(MoveView::of).toList());
    }

    @GetMapping("/logs")
    @Operation(summary = "Lists the runs of steps that have a log, oldest first.")
    ResponseEntity<?> logs(@PathVariable String id) {
        var release = new ReleaseId(id);
        return releases.find(release).isEmpty() ? noRelease(id) : ResponseEntity.ok(logs.visits(release));
    }

    @GetMapping("/logs/{visit}")
    @Operation(summary = "Reads the log of one run from a chunk on; ask again from 'next' to follow it.")
    ResponseEntity<?> log(
            @PathVariable String id, @PathVariable String visit, @RequestParam(defaultValue = "0") int from) {
        var release = new ReleaseId(id);
        if (releases.find(release).isEmpty()) {
            return noRelease(id);
        }
        if (logs.visits(release).stream().noneMatch(known -> known.visit().equals(visit))) {
            return problem(
                    "unknown-log",
                    "No such log",
                    "Release " + id + " has no log " + visit + ". GET /api/releases/" + id
                            + "/logs lists those that there are.");
        }
        var chunks = logs.read(visit, from);
        var next = chunks.isEmpty()
                ? Math.max(0, from)
                : chunks.get(chunks.size() - 1).number() + 1;
        return ResponseEntity.ok(new LogPart(chunks, next));
    }

    private static ResponseEntity<?> noRelease(String id) {
        return problem(
                "unknown-release",
                "No such release",
                "There is no release " + id + ". GET /api/releases lists those that there are.");
    }

    private static ResponseEntity<?> problem(String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(problem);
    }

    /** Some chunks of a log, and where the next one will be. */
    record LogPart(List<WorkLog.Chunk> chunks, int next) {}
}
