package dev.slipway.quality.analysis;

import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/releases/{id}/analyses")
@Tag(
        name = "Analyses",
        description = "How versions did in use, by which figures they were judged, and what follows from them.")
class AnalysisController {

    private final Analyses analyses;
    private final Neighbours neighbours;

    AnalysisController(Analyses analyses, Neighbours neighbours) {
        this.analyses = analyses;
        this.neighbours = neighbours;
    }

    @GetMapping
    @Operation(
            summary = "Lists all analyses of the release, newest first, each with the judgements of its newest look.")
    List<AnalysisView> analyses(@PathVariable String id) {
        return analyses.of(known(id)).stream().map(AnalysisView::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Returns one analysis with the judgements of every look.")
    AnalysisView analysis(@PathVariable String id, @PathVariable long number) {
        var analysis = find(id, number);
        return AnalysisView.of(analysis, analyses.looks(analysis));
    }

    @GetMapping("/{number}/evidence")
    @Operation(
            summary = "Returns everything that Prometheus was asked and said, as it was kept when the analysis ended.")
    ResponseEntity<InputStreamResource> evidence(@PathVariable String id, @PathVariable long number) {
        var kept = analyses.evidence(find(id, number)).orElseThrow(AnalysisProblem::notEnded);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new InputStreamResource(kept));
    }

    @GetMapping("/{number}/judged-again")
    @Operation(summary = "Judges what was kept once more; nothing that was decided changes by it.")
    JudgedAgain judgedAgain(@PathVariable String id, @PathVariable long number) {
        var analysis = find(id, number);
        if (analysis.evidence() == null) {
            throw AnalysisProblem.notEnded();
        }
        return JudgedAgain.of(analysis, analyses.judgeAgain(analysis));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    private Analysis find(String id, long number) {
        return analyses.find(known(id), number).orElseThrow(() -> AnalysisProblem.unknown(number));
    }

    private ReleaseId known(String id) {
        var release = new ReleaseId(id);
        return neighbours.release(release).map(found -> release).orElseThrow(() -> AnalysisProblem.noRelease(id));
    }
}
