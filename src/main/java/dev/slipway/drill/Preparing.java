package dev.slipway.drill;

import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import dev.slipway.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out whether a drill can be held, and with which version. */
@Component
class Preparing {

    private final Neighbours neighbours;

    Preparing(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Why nothing of the product can be drilled there at all; empty where it can. */
    Optional<Flaw> flaw(ProductKey key, EnvironmentKey environment) {
        var product = neighbours.product(key);
        if (product.isEmpty()) {
            return Optional.of(new Flaw("product", "There is no product " + key + "."));
        }
        if (!neighbours.may(key)) {
            return Optional.of(new Flaw(
                    Flaw.ACTOR,
                    neighbours.actor().id() + " may not drill " + key
                            + ". Somebody who administers rights can grant roll-back to one of their groups."));
        }
        if (!product.get().environments().contains(environment)) {
            return Optional.of(new Flaw(
                    "environment",
                    key + " does not go to " + environment + ". Before production it goes to " + before(product.get())
                            + "."));
        }
        return neighbours
                .environment(environment)
                .filter(Environment::production)
                .map(inUse -> new Flaw(
                        "environment",
                        "Users are in " + environment + ": nothing is drilled there. Name one of "
                                + before(product.get()) + "."));
    }

    /** The newest version that users have or had, or the one before, so that there is another one to go back to. */
    Choice choose(ProductKey product, EnvironmentKey environment) {
        var released = neighbours.released(product);
        if (released.isEmpty()) {
            return new Choice.None("Nothing of " + product + " has been released yet: there is nothing to drill with.");
        }
        for (var release : released) {
            var artifacts = neighbours.artifacts(release.id());
            var bare = artifacts.stream()
                    .map(artifact -> artifact.component())
                    .filter(component ->
                            neighbours.occupancy(environment, component).isEmpty())
                    .toList();
            if (!bare.isEmpty()) {
                return new Choice.None("There is no " + bare.get(0) + " in " + environment
                        + " to go back to. Bring a release there first.");
            }
            var differs = artifacts.stream()
                    .anyMatch(artifact -> !neighbours
                            .occupancy(environment, artifact.component())
                            .orElseThrow()
                            .artifact()
                            .equals(artifact.digest()));
            if (differs) {
                return new Choice.Chosen(release);
            }
        }
        return new Choice.None("Only " + released.get(0).version() + " of " + product
                + " has been released, and it is in " + environment + ": there is no other version to go back from.");
    }

    private String before(Product product) {
        List<String> names = product.environments().stream()
                .filter(key -> neighbours
                        .environment(key)
                        .filter(environment -> !environment.production())
                        .isPresent())
                .map(EnvironmentKey::value)
                .toList();
        return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
    }

    /** With what to drill, or why not. */
    sealed interface Choice {

        record Chosen(Release release) implements Choice {}

        record None(String reason) implements Choice {}
    }
}
