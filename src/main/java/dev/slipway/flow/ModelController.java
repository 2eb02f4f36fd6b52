package dev.slipway.flow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/models")
@Tag(name = "Models", description = "The models that new releases follow.")
class ModelController {

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @GetMapping
    @Operation(
            summary = "Shows since when which models are in force, and what became of the last change in their folder.")
    Models.Status status() {
        return models.status();
    }

    @PostMapping("/reload")
    @Operation(
            summary =
                    "Takes over what has changed in the folder of models, all of it or nothing; running releases keep their models.")
    ResponseEntity<Object> reload() {
        var reload = models.reload();
        if (reload.isEmpty()) {
            return ResponseEntity.of(problem(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "You may not do this",
                            "Only administrators, and who may apply the catalogue, can have the models read again."))
                    .build();
        }
        if (reload.get() instanceof Reload.Refused refused) {
            var problem = problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "invalid-models",
                    "The models in force stay",
                    "There are " + refused.flaws().size()
                            + " things to correct in the folder of models; each is named in flaws. Nothing was changed.");
            problem.setProperty(
                    "flaws",
                    refused.flaws().stream()
                            .map(flaw -> Map.of(
                                    "file", flaw.file(),
                                    "line", flaw.line(),
                                    "field", flaw.element(),
                                    "reason", flaw.reason()))
                            .toList());
            return ResponseEntity.of(problem).build();
        }
        return ResponseEntity.ok(models.status());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        return problem;
    }
}
