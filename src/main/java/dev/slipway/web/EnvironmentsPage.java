package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.environment.Claim;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The environment matrix: which version of what is where, since when, and who is changing it. */
@Controller
class EnvironmentsPage {

    private final Environments environments;
    private final Catalog catalog;
    private final Releases releases;

    EnvironmentsPage(Environments environments, Catalog catalog, Releases releases) {
        this.environments = environments;
        this.releases = releases;
        this.catalog = catalog;
    }

    @GetMapping("/environments")
    String page(Model model) {
        var columns = catalog.environments();
        model.addAttribute("environments", columns);
        model.addAttribute("rows", rows(columns));
        model.addAttribute(
                "known",
                releases.find(environments.matrix().stream()
                                .map(Occupancy::release)
                                .collect(Collectors.toSet()))
                        .keySet());
        return "environments";
    }

    private List<Row> rows(List<Environment> columns) {
        Map<Place, Occupancy> occupied = environments.matrix().stream()
                .collect(Collectors.toMap(
                        there -> new Place(there.environment(), there.component()), Function.identity()));
        Map<Place, Claim> claimed = environments.claims().stream()
                .collect(Collectors.toMap(
                        claim -> new Place(claim.environment(), claim.component()), Function.identity()));
        var rows = new ArrayList<Row>();
        for (var product : catalog.products()) {
            for (var component : product.components()) {
                var cells = columns.stream()
                        .map(column -> cell(product, new Place(column.key(), component.key()), occupied, claimed))
                        .toList();
                rows.add(new Row(product, component.key(), cells));
            }
        }
        return rows;
    }

    private Cell cell(Product product, Place place, Map<Place, Occupancy> occupied, Map<Place, Claim> claimed) {
        var url = catalog.target(place.environment(), place.component())
                .map(TargetDescription::url)
                .orElse("");
        return new Cell(
                product.environments().contains(place.environment()), occupied.get(place), claimed.get(place), url);
    }

    private record Place(EnvironmentKey environment, ComponentKey component) {}

    /** One component across all environments. */
    record Row(Product product, ComponentKey component, List<Cell> cells) {}

    /** @param used whether the product goes there at all */
    record Cell(
            boolean used,
            @Nullable Occupancy occupancy,
            @Nullable Claim claim,
            String url) {}
}
