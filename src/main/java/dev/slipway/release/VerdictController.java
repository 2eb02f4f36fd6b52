package dev.slipway.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

@RestController
@Tag(name = "Releases")
class VerdictController {

    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final Releases releases;
    private final Verdicts verdicts;

    VerdictController(Releases releases, Verdicts verdicts) {
        this.releases = releases;
        this.verdicts = verdicts;
    }

    @GetMapping("/api/releases/{id}/verdict")
    @Operation(
            summary =
                    "Waits up to 60 seconds for a release's end: 200 when it is released, 409 when it has ended otherwise, 202 while it is still pending.")
    DeferredResult<ResponseEntity<Object>> verdict(
            @PathVariable String id, @RequestParam(defaultValue = "0s") String wait) {
        var patience = duration(wait);
        if (patience.isEmpty()) {
            return now(ReleaseProblems.unreadable(
                    List.of(new Flaw("wait", "'" + wait + "' is no time to wait. Give seconds from 0s to 60s."))));
        }
        var release = new ReleaseId(id);
        return releases.find(release)
                .map(found -> verdicts.verdict(found, patience.get()))
                .orElseGet(() -> now(ReleaseProblems.unknown(release)));
    }

    private static DeferredResult<ResponseEntity<Object>> now(ResponseEntity<Object> answer) {
        var result = new DeferredResult<ResponseEntity<Object>>();
        result.setResult(answer);
        return result;
    }

    private static Optional<Duration> duration(String text) {
        try {
            var wait = DurationStyle.detectAndParse(text.strip(), ChronoUnit.SECONDS);
            return Optional.of(wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait).filter(some -> !some.isNegative());
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}
