package dev.slipway.quality.analysis;

import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Analyses",
        description = "How versions did in use, by which figures they were judged, and what follows from them.")
class RecoveryController {

    private final Recoveries recoveries;
    private final Neighbours neighbours;

    RecoveryController(Recoveries recoveries, Neighbours neighbours) {
        this.recoveries = recoveries;
        this.neighbours = neighbours;
    }

    @GetMapping("/api/releases/{id}/recovery")
    @Operation(summary = "Says how fast what was wrong with the release was acted on and put right, against its plan.")
    RecoveryView recovery(@PathVariable String id) {
        var release = new ReleaseId(id);
        if (neighbours.release(release).isEmpty()) {
            throw AnalysisProblem.noRelease(id);
        }
        return RecoveryView.of(recoveries.of(release));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    /** The measures, and the failures that they come from; durations as ISO 8601 has them. */
    record RecoveryView(List<LineView> measures, List<String> acknowledgedBy, List<FailureView> failures) {

        static RecoveryView of(Recovery recovery) {
            return new RecoveryView(
                    recovery.lines().stream().map(LineView::of).toList(),
                    recovery.acknowledgedBy(),
                    recovery.failures().stream().map(FailureView::of).toList());
        }
    }

    /** One measure against its threshold. */
    record LineView(
            String name,
            @Nullable String measured,
            @Nullable String accepted,
            String verdict) {

        static LineView of(Recovery.Line line) {
            return new LineView(line.name(), text(line.measured()), text(line.accepted()), line.verdict());
        }
    }

    /** One failure with its instants. */
    record FailureView(
            String environment,
            String cause,
            Instant seen,
            @Nullable Instant acted,
            String actedBy,
            @Nullable Instant recovered) {

        static FailureView of(Failure failure) {
            return new FailureView(
                    failure.environment().value(),
                    failure.cause(),
                    failure.seen(),
                    failure.acted(),
                    failure.actedBy(),
                    failure.recovered());
        }
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return Optional.ofNullable(duration).map(Duration::toString).orElse(null);
    }
}
