package dev.slipway.flag;

import dev.slipway.catalog.ProductKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping("/api/audiences")
@Tag(name = "Flags")
class AudienceController {

    private static final int PAGE = 200;

    private final Audiences audiences;

    AudienceController(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping
    @Operation(summary = "Lists audiences by product and name, those after the given product/name, at most 200.")
    List<AudienceView> list(@RequestParam(defaultValue = "") String after) {
        return audiences.all().stream()
                .filter(audience -> (audience.product() + "/" + audience.name()).compareTo(after) > 0)
                .limit(PAGE)
                .map(AudienceView::of)
                .toList();
    }

    @PutMapping("/{product}/{name}")
    @Operation(summary = "Makes an audience, or says anew who belongs to it; flags that use it follow at once.")
    ResponseEntity<Object> gather(
            @PathVariable String product, @PathVariable String name, @RequestBody AudienceRequest request) {
        return FlagAnswers.of(audiences.gather(
                new ProductKey(product),
                name,
                Objects.requireNonNullElse(request.description(), ""),
                Objects.requireNonNullElse(request.conditions(), List.of())));
    }

    @DeleteMapping("/{product}/{name}")
    @Operation(summary = "Drops an audience that no flag uses.")
    ResponseEntity<Object> drop(@PathVariable String product, @PathVariable String name) {
        return FlagAnswers.of(audiences.drop(new ProductKey(product), name));
    }

    /** @param conditions such as {@code email ends-with @example.org}; whoever meets any of them belongs to it */
    record AudienceRequest(
            @Nullable String description, @Nullable List<String> conditions) {}

    /** An audience as it is shown over HTTP. */
    record AudienceView(String product, String name, String description, List<String> conditions) {

        static AudienceView of(Audience audience) {
            return new AudienceView(
                    audience.product().value(),
                    audience.name(),
                    audience.description(),
                    audience.conditions().stream().map(Condition::toString).toList());
        }
    }
}
