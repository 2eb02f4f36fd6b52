package dev.slipway.drill;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.Landscape;
import dev.slipway.release.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds documents about drills against each other, and against what the catalogue knows. */
final class DrillScheduleCheck {

    private final DrillPlans plans;
    private final Landscape landscape;
    private final Map<String, String> taken;

    /** @param elsewhere which places other documents describe that are not applied now */
    DrillScheduleCheck(DrillPlans plans, Landscape landscape, Map<String, String> elsewhere) {
        this.plans = plans;
        this.landscape = landscape;
        this.taken = new HashMap<>(elsewhere);
    }

    List<Problem> problems(Described document) {
        var problems = new ArrayList<Problem>();
        for (var line : DrillDocuments.lines(document)) {
            flaws(line, document.key())
                    .forEach(flaw -> problems.add(document.problem(line.at() + "/" + flaw.field(), flaw.reason())));
        }
        return problems;
    }

    private List<Flaw> flaws(DrillLine line, String key) {
        var flaws = new ArrayList<Flaw>();
        var order = line.order(flaws);
        var product = landscape.products().stream()
                .filter(known -> known.key().equals(order.product()))
                .findFirst();
        if (product.isEmpty()) {
            flaws.add(new Flaw("product", "there is no product '" + order.product() + "'"));
            return flaws;
        }
        environment(product.get(), order.environment()).ifPresent(flaws::add);
        var earlier = taken.putIfAbsent(line.place(), key);
        if (earlier != null) {
            flaws.add(new Flaw(
                    "product",
                    "drills of " + line.place() + " are described already, in the drill schedule '" + earlier + "'"));
        }
        if (flaws.isEmpty()) {
            flaws.addAll(plans.flaws(order, product.get().zone()));
        }
        return flaws;
    }

    private Optional<Flaw> environment(Product product, EnvironmentKey environment) {
        var before = landscape.environments().stream()
                .filter(known -> !known.production())
                .map(Environment::key)
                .filter(product.environments()::contains)
                .toList();
        return before.contains(environment)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "environment",
                        "nothing of '" + product.key() + "' is drilled in '" + environment
                                + "'; before production it goes to: "
                                + (before.isEmpty()
                                        ? "nowhere"
                                        : before.stream()
                                                .map(EnvironmentKey::value)
                                                .collect(Collectors.joining(", ")))));
    }
}
