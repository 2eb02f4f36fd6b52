package dev.slipway.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{id}/risks")
@Tag(name = "Risks", description = "What could go wrong with a release, who looks after it, and what became of it.")
class RiskController {

    private final Risks risks;
    private final Releases releases;

    RiskController(Risks risks, Releases releases) {
        this.risks = risks;
        this.releases = releases;
    }

    @GetMapping
    @Operation(summary = "Lists the risks of a release as they stand now.")
    ResponseEntity<Object> list(@PathVariable String id) {
        return known(new ReleaseId(id), risks::of);
    }

    @GetMapping("/history")
    @Operation(summary = "Lists every version of every risk of a release, oldest first.")
    ResponseEntity<Object> history(@PathVariable String id) {
        return known(new ReleaseId(id), risks::history);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Enters another open risk, with a reason.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RiskRequest.class))))
    ResponseEntity<Object> raise(@PathVariable String id, @RequestBody(required = false) @Nullable String body) {
        return change(id, body, draft -> risks.raise(new ReleaseId(id), draft));
    }

    @PutMapping(path = "/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Replaces what the register says about a risk, with a reason; what lets a release go on past an open high risk is up to somebody who had no hand in it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RiskRequest.class))))
    ResponseEntity<Object> change(
            @PathVariable String id, @PathVariable int number, @RequestBody(required = false) @Nullable String body) {
        return change(id, body, draft -> risks.change(new ReleaseId(id), number, draft));
    }

    private ResponseEntity<Object> known(ReleaseId id, Function<ReleaseId, List<RegisteredRisk>> read) {
        return releases.find(id).isEmpty()
                ? ReleaseProblems.unknown(id)
                : ResponseEntity.ok(read.apply(id).stream().map(RiskView::of).toList());
    }

    private ResponseEntity<Object> change(String id, @Nullable String body, Function<RiskDraft, Change> change) {
        var read = StrictJson.read(body, RiskRequest.class);
        var request = read.value();
        if (request == null) {
            return ReleaseProblems.unreadable(read.flaws());
        }
        var flaws = new ArrayList<>(read.flaws());
        var draft = request.draft(flaws);
        if (!flaws.isEmpty()) {
            return ReleaseProblems.refused(flaws);
        }
        var answer = change.apply(draft);
        if (answer instanceof Change.Refused refused) {
            return ReleaseProblems.refused(refused.flaws());
        }
        return answer instanceof Change.Unknown unknown
                ? ReleaseProblems.unknown(unknown.release())
                : known(new ReleaseId(id), risks::of);
    }

    /** A risk as it is shown over HTTP. */
    record RiskView(
            int number,
            int version,
            String title,
            String owner,
            String likelihood,
            String impact,
            String severity,
            String mitigation,
            String state,
            String reason,
            String changedBy,
            Instant changedAt) {

        static RiskView of(RegisteredRisk risk) {
            return new RiskView(
                    risk.number(),
                    risk.version(),
                    risk.title(),
                    risk.owner().value(),
                    word(risk.likelihood()),
                    word(risk.impact()),
                    word(risk.severity()),
                    risk.mitigation(),
                    word(risk.standing()),
                    risk.reason(),
                    risk.changedBy().toString(),
                    risk.changedAt());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
