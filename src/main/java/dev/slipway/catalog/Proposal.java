package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.Described;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the catalogue would say with the documents applied, and which document says what. */
final class Proposal {

    private final TreeMap<String, Environment> allEnvironments;
    private final TreeMap<String, Entitled> allProducts;
    private final TreeMap<Place, TargetDescription> allTargets;
    private final Map<String, Document> described = new HashMap<>();
    private final List<Stated<Environment>> environments = new ArrayList<>();
    private final List<Stated<Product>> products = new ArrayList<>();
    private final List<Stated<TargetDescription>> targets = new ArrayList<>();
    private final Map<String, List<Described>> others = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Proposal(Everything before, List<Document> documents) {
        allEnvironments = new TreeMap<>(before.environments());
        allProducts = new TreeMap<>(before.products());
        allTargets = new TreeMap<>(before.targets());
        documents.forEach(this::take);
        dropTargetsOfLostComponents();
    }

    /** Something that a document of this proposal states. */
    record Stated<T>(T subject, Document by) {}

    Everything after() {
        return new Everything(allEnvironments, allProducts, allTargets);
    }

    List<Stated<Environment>> environments() {
        return environments;
    }

    List<Stated<Product>> products() {
        return products;
    }

    List<Stated<TargetDescription>> targets() {
        return targets;
    }

    /** What belongs to kinds that other modules contribute, by kind. */
    Map<String, List<Described>> others() {
        return others;
    }

    /** Objects that are described more than once. */
    List<Problem> problems() {
        return problems;
    }

    private void take(Document document) {
        switch (document.text("kind")) {
            case "Environment" -> {
                var environment = Descriptions.environment(document);
                allEnvironments.put(environment.key().value(), environment);
                environments.add(new Stated<>(environment, document));
                isNew("environment " + environment.key(), "/key", document);
            }
            case "Product" -> {
                var entitled = Descriptions.product(document);
                allProducts.put(entitled.product().key().value(), entitled);
                products.add(new Stated<>(entitled.product(), document));
                isNew("product " + entitled.product().key(), "/key", document);
            }
            case "Target" -> {
                var target = Descriptions.target(document);
                allTargets.put(Place.of(target), target);
                targets.add(new Stated<>(target, document));
                isNew("target of " + Place.of(target), "/component", document);
            }
            default -> {
                var kind = document.text("kind");
                others.computeIfAbsent(kind, key -> new ArrayList<>()).add(document);
                isNew(kind.toLowerCase(Locale.ROOT) + " " + document.text("key"), "/key", document);
            }
        }
    }

    private void isNew(String name, String pointer, Document document) {
        var earlier = described.putIfAbsent(name, document);
        if (earlier != null) {
            problems.add(
                    document.problem(pointer, "the " + name + " is already described at " + earlier.place(pointer)));
        }
    }

    private void dropTargetsOfLostComponents() {
        var after = after();
        allTargets
                .values()
                .removeIf(target ->
                        !described.containsKey("target of " + Place.of(target)) && !after.has(target.component()));
    }
}
