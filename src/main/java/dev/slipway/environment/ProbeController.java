package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.environment.spi.ParityAspect.Difference;
import dev.slipway.release.Flaw;
import dev.slipway.release.FlawProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/environments")
@Tag(name = "Environments")
class ProbeController {

    private static final int PAGE = 200;

    private final Probing probing;
    private final Repairs repairs;
    private final Parity parity;
    private final Catalog catalog;
    private final Permission permission;

    ProbeController(Probing probing, Repairs repairs, Parity parity, Catalog catalog, Permission permission) {
        this.probing = probing;
        this.repairs = repairs;
        this.parity = parity;
        this.catalog = catalog;
        this.permission = permission;
    }

    @PostMapping("/{environment}/{product}/{component}/probe")
    @Operation(summary = "Asks a target now what runs there, unless a release moves it or somebody else is asking it.")
    ResponseEntity<Object> probe(
            @PathVariable String environment, @PathVariable String product, @PathVariable String component) {
        var key = new ComponentKey(new ProductKey(product), component);
        var place = new EnvironmentKey(environment);
        if (!permission.given(key.product())) {
            return FlawProblems.refused(
                    List.of(new Flaw(
                            Flaw.ACTOR,
                            "You may not intervene at " + product + ". Ask for that right in the product's document.")),
                    "forbidden",
                    "You may not do this");
        }
        if (catalog.target(place, key).isEmpty()) {
            return refused("component", "There is no target of " + key + " in " + environment + ".");
        }
        return probing.ask(place, key)
                .<ResponseEntity<Object>>map(seen -> ResponseEntity.ok(MatrixView.Truth.of(seen, null)))
                .orElseGet(() -> FlawProblems.refused(
                        List.of(
                                new Flaw(
                                        Flaw.STATE,
                                        "A release moves it, somebody else is asking it, or its agent has not answered yet. Try again in a minute.")),
                        "busy",
                        "It cannot be asked now"));
    }

    @PostMapping("/{environment}/{product}/{component}/put-right")
    @Operation(
            summary =
                    "Has what is planned deployed anew where something else runs, whatever the environment does by itself.")
    ResponseEntity<Object> putRight(
            @PathVariable String environment, @PathVariable String product, @PathVariable String component) {
        var flaws =
                repairs.putRight(new EnvironmentKey(environment), new ComponentKey(new ProductKey(product), component));
        return flaws.isEmpty()
                ? ResponseEntity.accepted().build()
                : FlawProblems.refused(flaws, "nothing-to-put-right", "It cannot be put right now");
    }

    @GetMapping("/drifts")
    @Operation(summary = "Lists where something else ran than was planned, newest first, before the given number.")
    List<DriftView> drifts(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return probing.drifts(before, PAGE).stream().map(DriftView::of).toList();
    }

    @GetMapping("/parity")
    @Operation(
            summary =
                    "Compares two environments of a product: versions, configuration by name, contexts; of secrets only"
                            + " whether they differ.")
    ResponseEntity<Object> parity(@RequestParam String product, @RequestParam String one, @RequestParam String other) {
        var known = catalog.product(new ProductKey(product));
        if (known.isEmpty()) {
            return refused("product", "There is no product " + product + ". GET /api/catalog lists them.");
        }
        for (var name : List.of(one, other)) {
            if (!known.get().environments().contains(new EnvironmentKey(name))) {
                return refused("environment", product + " does not go to " + name + ".");
            }
        }
        return ResponseEntity.ok(
                parity.report(new ProductKey(product), new EnvironmentKey(one), new EnvironmentKey(other)).stream()
                        .map(row -> new ParityView(
                                row.component().toString(),
                                row.aspect(),
                                row.differences().isEmpty(),
                                row.differences()))
                        .toList());
    }

    private static ResponseEntity<Object> refused(String field, String reason) {
        return FlawProblems.refused(List.of(new Flaw(field, reason)), "invalid-request", "The request is wrong");
    }

    /** One drift. */
    record DriftView(
            long number,
            String environment,
            String component,
            String release,
            String planned,
            String actual,
            Instant seenAt,
            @Nullable Instant endedAt,
            @Nullable String ending) {

        static DriftView of(Drift drift) {
            return new DriftView(
                    drift.number(),
                    drift.environment().value(),
                    drift.component().toString(),
                    drift.release().value(),
                    drift.planned(),
                    drift.actual(),
                    drift.seenAt(),
                    drift.endedAt(),
                    drift.endedAt() == null
                            ? null
                            : drift.ending().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** How one component compares in one respect. */
    record ParityView(String component, String aspect, boolean agrees, List<Difference> differences) {}
}
