package dev.slipway.flag;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/flags")
@Tag(name = "Flags", description = "Feature flags: who sees what where.")
class FlagController {

    private static final int PAGE = 200;

    private final Flags flags;

    FlagController(Flags flags) {
        this.flags = flags;
    }

    @GetMapping
    @Operation(
            summary =
                    "Lists flags by key, those after the given one, at most 200; overdue ones have outlived their last day.")
    List<FlagView> list(@RequestParam(defaultValue = "") String after) {
        return flags.all().stream()
                .filter(flag -> flag.key().toString().compareTo(after) > 0)
                .limit(PAGE)
                .map(FlagView::of)
                .toList();
    }

    @GetMapping("/{product}/{flag}")
    @Operation(summary = "Shows one flag.")
    ResponseEntity<Object> show(@PathVariable String product, @PathVariable String flag) {
        var key = key(product, flag);
        return flags.find(key)
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(FlagView.of(found)))
                .orElseGet(() -> FlagAnswers.unknown("There is no flag " + key + ". GET /api/flags lists them."));
    }

    @PutMapping("/{product}/{flag}")
    @Operation(summary = "Makes a flag, or says anew what it is for and on which day it should be gone.")
    ResponseEntity<Object> define(
            @PathVariable String product, @PathVariable String flag, @RequestBody FlagRequest request) {
        return FlagAnswers.of(flags.define(key(product, flag), text(request.description()), request.endsOn()));
    }

    @DeleteMapping("/{product}/{flag}")
    @Operation(summary = "Takes a flag away for good, with a reason; applications fall back on what their code says.")
    ResponseEntity<Object> drop(
            @PathVariable String product, @PathVariable String flag, @RequestParam(defaultValue = "") String reason) {
        return FlagAnswers.of(flags.drop(key(product, flag), reason));
    }

    @PutMapping("/{product}/{flag}/environments/{environment}")
    @Operation(
            summary = "Says who sees a flag's feature in an environment: an audience, and a share of everybody else.")
    ResponseEntity<Object> expose(
            @PathVariable String product,
            @PathVariable String flag,
            @PathVariable String environment,
            @RequestBody ExposureRequest request) {
        return FlagAnswers.of(flags.expose(
                key(product, flag),
                new EnvironmentKey(environment),
                !Boolean.FALSE.equals(request.on()),
                Objects.requireNonNullElse(request.share(), 0),
                text(request.audience())));
    }

    private static FlagKey key(String product, String name) {
        return new FlagKey(new ProductKey(product), name);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** @param endsOn the last day on which it should still be there */
    record FlagRequest(
            @Nullable String description, @Nullable LocalDate endsOn) {}

    /**
     * @param on false hides it from everybody
     * @param share percent of those outside the audience
     */
    record ExposureRequest(
            @Nullable Boolean on,
            @Nullable Integer share,
            @Nullable String audience) {}
}
