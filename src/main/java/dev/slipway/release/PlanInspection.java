package dev.slipway.release;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.content.Artifact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds everything that is wrong with a plan as far as Slipway's own tables can tell. */
class PlanInspection {

    static final int MAX_TEXT = 10_000;
    static final int MAX_REASON = 2_000;
    private static final int MAX_ITEMS = 1_000;
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_STAKEHOLDERS = 200;

    private final Surroundings around;

    PlanInspection(Surroundings around) {
        this.around = around;
    }

    /** What is wrong with a plan for a new release. */
    List<Flaw> flaws(Plan plan, Product product) {
        var flaws = new ArrayList<Flaw>();
        VersionName.flaw(plan.version()).ifPresent(reason -> flaws.add(new Flaw("version", reason)));
        if (plan.revision().isBlank()) {
            flaws.add(new Flaw("revision", "Name the tag, branch or commit that is to be released."));
        }
        flaws.addAll(artifactFlaws(plan.artifacts(), product));
        flaws.addAll(amendableFlaws(plan, product));
        bounded(flaws, "incident", plan.incident(), MAX_REASON);
        if (plan.emergency() && plan.planned()) {
            flaws.add(
                    new Flaw(
                            "incident",
                            "An emergency answers to an incident. Name it and say what users suffer, or let the release be approved first."));
        }
        bounded(flaws, "downgrade", plan.downgrade(), MAX_REASON);
        flaws.addAll(downgradeFlaws(plan, product));
        return flaws;
    }

    /** What is wrong with those parts of a plan that may change after the start. */
    List<Flaw> amendableFlaws(Plan plan, Product product) {
        var flaws = new ArrayList<Flaw>();
        bounded(flaws, "objectives", plan.objectives(), MAX_TEXT);
        if (plan.scope().size() > MAX_ITEMS) {
            flaws.add(new Flaw(
                    "scope",
                    "A scope has at most " + MAX_ITEMS + " items; this one has "
                            + plan.scope().size() + "."));
        }
        var keys = new HashSet<String>();
        IntStream.range(0, plan.scope().size()).forEach(index -> {
            var item = plan.scope().get(index);
            if (item.key().isBlank()) {
                flaws.add(new Flaw("scope[" + index + "].key", "Give the item a key, such as PAY-12."));
            } else if (!keys.add(item.key())) {
                flaws.add(new Flaw("scope[" + index + "].key", item.key() + " is in the scope twice. Keep one."));
            }
            bounded(flaws, "scope[" + index + "].title", item.title(), MAX_TITLE);
        });
        plan.targetDates().keySet().stream()
                .filter(environment -> !product.environments().contains(environment))
                .forEach(environment -> flaws.add(new Flaw(
                        "targetDates." + environment,
                        product.key() + " does not go to " + environment + ". Its environments are "
                                + words(product.environments().stream()) + ".")));
        flaws.addAll(DeliveryInspection.flaws(plan.delivery()));
        if (plan.stakeholders().size() > MAX_STAKEHOLDERS) {
            flaws.add(new Flaw("stakeholders", "Name at most " + MAX_STAKEHOLDERS + " people."));
            return flaws;
        }
        IntStream.range(0, plan.stakeholders().size())
                .filter(index -> !around.exists(plan.stakeholders().get(index)))
                .forEach(index -> flaws.add(new Flaw(
                        "stakeholders[" + index + "]",
                        "Nobody signs in as " + plan.stakeholders().get(index) + ". Give the id of a person.")));
        return flaws;
    }

    /** Exactly one artifact for each component of the product. */
    List<Flaw> artifactFlaws(List<Artifact> artifacts, Product product) {
        var flaws = new ArrayList<Flaw>();
        var known = product.components().stream().map(Component::key).toList();
        var missing = new ArrayList<>(known);
        IntStream.range(0, artifacts.size()).forEach(index -> {
            var component = artifacts.get(index).component();
            if (!known.contains(component)) {
                flaws.add(new Flaw(
                        "artifacts[" + index + "].component",
                        product.key() + " has no component " + component + ". Its components are "
                                + words(known.stream()) + "."));
            } else if (!missing.remove(component)) {
                flaws.add(new Flaw(
                        "artifacts[" + index + "].component",
                        "There are two artifacts for " + component + ". Keep one."));
            }
        });
        if (!missing.isEmpty()) {
            flaws.add(new Flaw("artifacts", "Give an artifact for " + words(missing.stream()) + "."));
        }
        return flaws;
    }

    private List<Flaw> downgradeFlaws(Plan plan, Product product) {
        if (VersionName.flaw(plan.version()).isPresent()
                || product.environments().isEmpty()) {
            return List.of();
        }
        var production = product.environments().get(product.environments().size() - 1);
        return downgrade(plan, product, production).stream()
                .map(reason -> new Flaw("downgrade", reason))
                .toList();
    }

    /** Why the plan's version must not go there: something newer is there, and the plan does not say that an older one is meant. */
    Optional<String> downgrade(Plan plan, Product product, EnvironmentKey environment) {
        if (!plan.downgrade().isBlank()) {
            return Optional.empty();
        }
        return product.components().stream()
                .map(Component::key)
                .flatMap(component -> around.version(environment, component).stream()
                        .filter(there -> VersionName.newer(there, plan.version()))
                        .map(there -> component + " is at " + there + " in " + environment + ", which is newer than "
                                + plan.version()
                                + ". Give a newer version, or say in the plan why the older one is to go over it."))
                .findFirst();
    }

    static void bounded(List<Flaw> flaws, String field, String text, int limit) {
        if (text.length() > limit) {
            flaws.add(new Flaw(field, "This has " + text.length() + " characters. Keep it to " + limit + "."));
        }
    }

    private static String words(Stream<?> things) {
        return things.map(Object::toString).collect(Collectors.joining(", "));
    }
}
