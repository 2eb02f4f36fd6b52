package dev.slipway.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{id}")
@Tag(name = "Releases")
class ReleaseChangesController {

    private final Releases releases;

    ReleaseChangesController(Releases releases) {
        this.releases = releases;
    }

    @PatchMapping(path = "/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Amends the plan of a pending release, with a reason; fields that are absent stay as they are.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AmendRequest.class))))
    ResponseEntity<Object> amend(@PathVariable String id, @RequestBody(required = false) @Nullable String body) {
        return change(body, AmendRequest.class, request -> {
            var flaws = request.flaws();
            return flaws.isEmpty()
                    ? releases.amend(new ReleaseId(id), request::applyTo, reason(request.reason()))
                    : new Change.Refused(flaws);
        });
    }

    @PostMapping(path = "/hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Puts a release on hold, with a reason.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReasonRequest.class))))
    ResponseEntity<Object> hold(@PathVariable String id, @RequestBody(required = false) @Nullable String body) {
        return change(body, ReasonRequest.class, request -> releases.hold(new ReleaseId(id), reason(request.reason())));
    }

    @PostMapping("/resume")
    @Operation(summary = "Lets a release that is on hold go on.")
    ResponseEntity<Object> resume(@PathVariable String id) {
        return answer(releases.resume(new ReleaseId(id)));
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Asks a release to stop, with a reason; a move that is under way ends first.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReasonRequest.class))))
    ResponseEntity<Object> cancel(@PathVariable String id, @RequestBody(required = false) @Nullable String body) {
        return change(
                body, ReasonRequest.class, request -> releases.cancel(new ReleaseId(id), reason(request.reason())));
    }

    private static <T> ResponseEntity<Object> change(@Nullable String body, Class<T> type, Function<T, Change> change) {
        var read = StrictJson.read(body, type);
        var request = read.value();
        if (request == null) {
            return ReleaseProblems.unreadable(read.flaws());
        }
        return read.flaws().isEmpty() ? answer(change.apply(request)) : ReleaseProblems.refused(read.flaws());
    }

    private static ResponseEntity<Object> answer(Change change) {
        if (change instanceof Change.Made made) {
            return ResponseEntity.ok(ReleaseView.of(made.release()));
        }
        if (change instanceof Change.Unknown unknown) {
            return ReleaseProblems.unknown(unknown.release());
        }
        return ReleaseProblems.refused(((Change.Refused) change).flaws());
    }

    private static String reason(@Nullable String reason) {
        return Objects.requireNonNullElse(reason, "").strip();
    }
}
