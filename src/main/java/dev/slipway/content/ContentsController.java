package dev.slipway.content;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Reading.Read;
import dev.slipway.content.Reading.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contents")
@Tag(name = "Contents", description = "What is inside a release.")
class ContentsController {

    private final Function<ProductKey, Optional<Product>> products;
    private final Repositories repositories;

    @Autowired
    ContentsController(Catalog catalog, Repositories repositories) {
        this(catalog::product, repositories);
    }

    ContentsController(Function<ProductKey, Optional<Product>> products, Repositories repositories) {
        this.products = products;
        this.repositories = repositories;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Previews the commits that a release of the product would contain.")
    ResponseEntity<?> preview(
            @RequestParam("repository-of") String product,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "HEAD") String to) {
        var known = products.apply(new ProductKey(product));
        if (known.isEmpty()) {
            return problem(
                    HttpStatus.NOT_FOUND,
                    "unknown-product",
                    "There is no such product",
                    "repository-of",
                    "there is no product '" + product + "'; GET /api/catalog lists those there are");
        }
        var reading = repositories.between(known.get().repository(), from, to);
        if (reading instanceof Refused refused) {
            var field = refused.field().equals("revision") ? "to" : refused.field();
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "contents-refused",
                    "The contents cannot be read",
                    field,
                    refused.reason());
        }
        return ResponseEntity.ok(((Read) reading).contents());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, String title, String field, String reason) {
        var problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setType(URI.create("urn:slipway:problem:" + code));
        problem.setTitle(title);
        problem.setProperty("flaws", List.of(Map.of("field", field, "reason", reason)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
