package dev.slipway.flag;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Acting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/flags")
@Tag(name = "Flags")
class PublicationController {

    private final Flags flags;
    private final Catalog catalog;
    private final Acting acting;

    PublicationController(Flags flags, Catalog catalog, Acting acting) {
        this.flags = flags;
        this.catalog = catalog;
        this.acting = acting;
    }

    /** Spring answers 304 by itself where the caller has it already. */
    @GetMapping("/{environment}.json")
    @Operation(
            summary =
                    "Publishes an environment's flags in the format of flagd, with an ETag; the token's scope is flags.")
    ResponseEntity<Object> publish(@PathVariable String environment, @RequestParam(defaultValue = "") String product) {
        var key = new EnvironmentKey(environment);
        if (catalog.environment(key).isEmpty()) {
            return FlagAnswers.unknown(
                    "There is no environment " + environment + ". GET /api/environments lists them.");
        }
        var published = flags.published(key, each -> isAskedFor(each, product));
        return ResponseEntity.ok()
                .eTag('"' + published.digest() + '"')
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(published.json());
    }

    private boolean isAskedFor(ProductKey each, String product) {
        return (product.isEmpty() || each.value().equals(product))
                && acting.bearer().map(bearer -> bearer.reaches(each.value())).orElse(true);
    }
}
