package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.CurrentActor;
import dev.slipway.release.Acceptance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Analyses",
        description = "How versions did in use, by which figures they were judged, and what follows from them.")
class TrialController {

    private static final int MOST = 20;

    private final Prometheus prometheus;
    private final Neighbours neighbours;
    private final CurrentActor current;
    private final Clock clock;

    TrialController(Prometheus prometheus, Neighbours neighbours, CurrentActor current, Clock clock) {
        this.prometheus = prometheus;
        this.neighbours = neighbours;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/products/{product}/environments/{environment}/figures")
    @Operation(
            summary = "Asks the environment's Prometheus once, to try the query of a criterion before a plan has it.",
            description = "Needs the right to open releases of the product.")
    Trial figures(
            @PathVariable String product,
            @PathVariable String environment,
            @RequestParam String query,
            @RequestParam(defaultValue = "") String version) {
        if (!neighbours.mayPlan(current.now(), product)) {
            throw AnalysisProblem.answer(
                    HttpStatus.FORBIDDEN,
                    "trial-forbidden",
                    "Not allowed",
                    current.now().id() + " may not open releases of " + product
                            + ", and so try no criteria. Ask for the right open-release.");
        }
        var server = neighbours
                .prometheus(new EnvironmentKey(environment))
                .orElseThrow(() -> AnalysisProblem.answer(
                        HttpStatus.NOT_FOUND,
                        "prometheus-unknown",
                        "No Prometheus",
                        "Nobody is known who measures " + environment
                                + ". Set slipway.prometheus.url, or prometheus in the environment's document."));
        var filled = Placeholders.of(product, "", environment, version, Acceptance.INTERVAL)
                .fill(query);
        var answer = prometheus.instant(server, filled, clock.instant());
        return new Trial(
                filled,
                answer.flaw(),
                answer.series().size(),
                answer.series().stream()
                        .limit(MOST)
                        .map(series -> new Figure(
                                series.labels(),
                                series.points().isEmpty()
                                        ? ""
                                        : series.points().get(0).value()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    /**
     * @param query with everything filled in
     * @param flaw why there is no answer; empty where there is one
     * @param series how many series there are; a figure needs exactly one
     * @param figures the first of them
     */
    record Trial(String query, String flaw, int series, List<Figure> figures) {}

    /** One series as it stands now. */
    record Figure(Map<String, String> labels, String value) {}
}
