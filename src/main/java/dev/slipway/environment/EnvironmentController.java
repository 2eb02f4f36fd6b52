package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Environments", description = "See what is where, and who is changing it.")
class EnvironmentController {

    private final Environments environments;
    private final Probing probing;
    private final Catalog catalog;

    EnvironmentController(Environments environments, Probing probing, Catalog catalog) {
        this.environments = environments;
        this.probing = probing;
        this.catalog = catalog;
    }

    @GetMapping("/api/environments")
    @Operation(
            summary =
                    "Lists all environments by stage with every component that belongs there: version, since when, by which release, who holds it, who waits for it, and what its target says.")
    List<EnvironmentView> list() {
        var products = catalog.products();
        var matrix = new MatrixView(
                environments.matrix(),
                environments.claims(),
                environments.queues(),
                probing.observations(),
                probing.drifts());
        return catalog.environments().stream()
                .map(environment -> view(environment, products, matrix))
                .toList();
    }

    private static EnvironmentView view(Environment environment, List<Product> products, MatrixView matrix) {
        var components = products.stream()
                .filter(product -> product.environments().contains(environment.key()))
                .flatMap(product -> product.components().stream())
                .map(component -> matrix.cell(environment.key(), component.key()))
                .toList();
        return new EnvironmentView(
                environment.key().value(),
                environment.name(),
                environment.stage(),
                environment.production(),
                components);
    }

    /** One environment with everything in it. */
    record EnvironmentView(String key, String name, int stage, boolean production, List<MatrixView.Cell> components) {}
}
