package dev.slipway.deployment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.FlawProblems;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
@RequestMapping("/api/releases/{id}")
@Tag(name = "Deployments")
class RollBackController {

    private final RollBacks rollBacks;
    private final Releases releases;
    private final Deployments deployments;

    RollBackController(RollBacks rollBacks, Releases releases, Deployments deployments) {
        this.rollBacks = rollBacks;
        this.releases = releases;
        this.deployments = deployments;
    }

    @PostMapping("/roll-back")
    @Operation(
            summary =
                    "Takes back what a release has changed, with a reason: one under way goes back itself, for one that has ended another release does, whose id the answer names.")
    ResponseEntity<Object> rollBack(@PathVariable String id, @RequestBody RollBackRequest request) {
        var environment = Objects.requireNonNullElse(request.environment(), "").strip();
        var answer = rollBacks.rollBack(
                new ReleaseId(id),
                environment.isEmpty() ? null : new EnvironmentKey(environment),
                Objects.requireNonNullElse(request.reason(), "").strip());
        if (answer instanceof RollingBack.Asked asked) {
            return ResponseEntity.accepted().body(view(asked.release()));
        }
        if (answer instanceof RollingBack.TakingBack taking) {
            return ResponseEntity.accepted().body(view(taking.by()));
        }
        return answer instanceof RollingBack.Refused refused
                ? FlawProblems.refused(refused.flaws(), "nothing-to-roll-back", "This cannot be rolled back now")
                : unknown(id);
    }

    @GetMapping("/standing")
    @Operation(summary = "Lists what became of everything that a release has changed: there, back, stuck, overtaken.")
    ResponseEntity<Object> standing(@PathVariable String id) {
        var release = new ReleaseId(id);
        List<StandingView> views =
                deployments.standing(release).stream().map(StandingView::of).toList();
        return releases.find(release).isEmpty() ? unknown(id) : ResponseEntity.ok(views);
    }

    private static ResponseEntity<Object> unknown(String id) {
        return ResponseEntity.of(FlawProblems.problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-release",
                        "No such release",
                        "There is no release " + id + ". GET /api/releases lists those that there are."))
                .build();
    }

    private static RollBackView view(Release by) {
        return new RollBackView(by.id().value(), by.flow().value());
    }

    /** @param environment the only one in which an ended release is taken back; absent for all */
    record RollBackRequest(
            @Schema(example = "Every third order fails") @Nullable
            String reason,

            @Schema(example = "production") @Nullable String environment) {}

    /** The release that goes back. */
    record RollBackView(String release, String flow) {}

    /** A standing as it is shown over HTTP. */
    record StandingView(
            String environment,
            String component,
            String version,
            String before,
            String now,
            String state,
            String reason) {

        static StandingView of(Standing standing) {
            return new StandingView(
                    standing.environment().value(),
                    standing.component().toString(),
                    standing.version(),
                    standing.before(),
                    standing.now(),
                    standing.state().name().toLowerCase(Locale.ROOT),
                    standing.reason());
        }
    }
}
