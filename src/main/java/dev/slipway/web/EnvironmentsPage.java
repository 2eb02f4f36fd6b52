package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.environment.Claim;
import dev.slipway.environment.Drift;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Observation;
import dev.slipway.environment.Occupancy;
import dev.slipway.environment.Parity;
import dev.slipway.environment.Probing;
import dev.slipway.environment.Repairs;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.release.Flaw;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The environment matrix: which version of what is where, since when, and who is changing it. */
@Controller
class EnvironmentsPage {

    private final Environments environments;
    private final Catalog catalog;
    private final Releases releases;
    private final Probing probing;
    private final Repairs repairs;
    private final Parity parity;
    private final Acting acting;
    private final Rights rights;

    EnvironmentsPage(
            Environments environments,
            Catalog catalog,
            Releases releases,
            Probing probing,
            Repairs repairs,
            Parity parity,
            Acting acting,
            Rights rights) {
        this.environments = environments;
        this.probing = probing;
        this.repairs = repairs;
        this.parity = parity;
        this.acting = acting;
        this.rights = rights;
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
        model.addAttribute("products", catalog.products());
        return "environments";
    }

    @PostMapping("/environments/{environment}/{product}/{component}/probe")
    String probe(
            @PathVariable String environment,
            @PathVariable String product,
            @PathVariable String component,
            RedirectAttributes next) {
        var key = new ComponentKey(new ProductKey(product), component);
        if (!rights.may(acting.now(), Act.INTERVENE, product)) {
            next.addFlashAttribute("refusal", "You may not intervene at " + product + ".");
        } else {
            probing.ask(new EnvironmentKey(environment), key)
                    .ifPresentOrElse(
                            seen -> next.addFlashAttribute(
                                    "notice",
                                    key + " in " + environment + ": "
                                            + (seen.reason().isEmpty() ? seen.actual() + " runs." : seen.reason())),
                            () -> next.addFlashAttribute(
                                    "refusal",
                                    "A release moves it, somebody else is asking it, or its agent has not answered yet."));
        }
        return "redirect:/environments";
    }

    @PostMapping("/environments/{environment}/{product}/{component}/put-right")
    String putRight(
            @PathVariable String environment,
            @PathVariable String product,
            @PathVariable String component,
            RedirectAttributes next) {
        var key = new ComponentKey(new ProductKey(product), component);
        var flaws = repairs.putRight(new EnvironmentKey(environment), key);
        if (flaws.isEmpty()) {
            next.addFlashAttribute(
                    "notice", "What is planned is deployed anew; the release's page shows how far it is.");
        } else {
            next.addFlashAttribute("refusal", flaws.stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        }
        return "redirect:/environments";
    }

    /** In what two environments of a product differ. */
    @GetMapping("/environments/parity")
    String parity(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            Model model) {
        model.addAttribute("products", catalog.products());
        model.addAttribute("environments", catalog.environments());
        model.addAttribute("product", product);
        model.addAttribute("one", one);
        model.addAttribute("other", other);
        model.addAttribute(
                "rows", parity.report(new ProductKey(product), new EnvironmentKey(one), new EnvironmentKey(other)));
        return "parity";
    }

    private List<Row> rows(List<Environment> columns) {
        Map<Place, Occupancy> occupied = environments.matrix().stream()
                .collect(Collectors.toMap(
                        there -> new Place(there.environment(), there.component()), Function.identity()));
        Map<Place, Claim> claimed = environments.claims().stream()
                .collect(Collectors.toMap(
                        claim -> new Place(claim.environment(), claim.component()), Function.identity()));
        Map<Place, Observation> seen = probing.observations().stream()
                .filter(one -> one.probedAt() != null)
                .collect(Collectors.toMap(one -> new Place(one.environment(), one.component()), Function.identity()));
        Map<Place, Drift> drifts = probing.drifts().stream()
                .collect(Collectors.toMap(one -> new Place(one.environment(), one.component()), Function.identity()));
        var rows = new ArrayList<Row>();
        for (var product : catalog.products()) {
            for (var component : product.components()) {
                var may = rights.may(acting.now(), Act.INTERVENE, product.key().value());
                var cells = columns.stream()
                        .map(column -> new Place(column.key(), component.key()))
                        .map(place -> cell(product, place, occupied, claimed, seen.get(place), drifts.get(place), may))
                        .toList();
                rows.add(new Row(product, component.key(), cells));
            }
        }
        return rows;
    }

    private Cell cell(
            Product product,
            Place place,
            Map<Place, Occupancy> occupied,
            Map<Place, Claim> claimed,
            @Nullable Observation seen,
            @Nullable Drift drift,
            boolean may) {
        var target = catalog.target(place.environment(), place.component());
        return new Cell(
                product.environments().contains(place.environment()),
                occupied.get(place),
                claimed.get(place),
                target.map(TargetDescription::url).orElse(""),
                seen,
                drift,
                may && target.isPresent());
    }

    private record Place(EnvironmentKey environment, ComponentKey component) {}

    /** One component across all environments. */
    record Row(Product product, ComponentKey component, List<Cell> cells) {}

    /**
     * @param used whether the product goes there at all
     * @param seen what its target said; null before it was first asked
     * @param drift what else runs there; null where that is over
     * @param mayAsk whether whoever looks may have the target asked
     */
    record Cell(
            boolean used,
            @Nullable Occupancy occupancy,
            @Nullable Claim claim,
            String url,
            @Nullable Observation seen,
            @Nullable Drift drift,
            boolean mayAsk) {

        /** Whether it was asked since what is planned there now came. */
        public boolean isUpToDate() {
            var planned = occupancy == null ? "" : occupancy.version();
            return seen != null && seen.planned().equals(planned);
        }
    }
}
