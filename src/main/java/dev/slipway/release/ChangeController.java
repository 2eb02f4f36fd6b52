package dev.slipway.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Releases")
class ChangeController {

    private final Releases releases;
    private final ChangeRecords changes;

    ChangeController(Releases releases, ChangeRecords changes) {
        this.releases = releases;
        this.changes = changes;
    }

    @GetMapping("/api/releases/{id}/change")
    @Operation(
            summary =
                    "Shows what type of change a release is, how far it has come, and which states its type passes; the type is null until the flow has asked for it.")
    ResponseEntity<Object> change(@PathVariable String id) {
        var release = new ReleaseId(id);
        return releases.find(release)
                .map(found -> ResponseEntity.<Object>ok(view(found)))
                .orElseGet(() -> ReleaseProblems.unknown(release));
    }

    private ChangeView view(Release release) {
        var asked = releases.plan(release.id()).emergency();
        return changes.find(release.id())
                .map(change -> new ChangeView(
                        change.type().word(),
                        change.state().word(),
                        change.type().path().stream().map(ChangeState::word).toList(),
                        asked,
                        change.candidate(),
                        change.planVersion(),
                        change.classifiedAt(),
                        change.movedAt()))
                .orElseGet(() -> new ChangeView(
                        null, ChangeState.NEW.word(), List.of(), asked, null, null, null, release.openedAt()));
    }

    /**
     * A release as a change, as it is shown over HTTP.
     *
     * @param candidate the candidate that the type was asked about
     * @param since when it came into its state
     */
    record ChangeView(
            @Nullable String type,
            String state,
            List<String> path,
            boolean emergencyAsked,
            @Nullable Integer candidate,
            @Nullable Integer planVersion,
            @Nullable Instant classifiedAt,
            Instant since) {}
}
