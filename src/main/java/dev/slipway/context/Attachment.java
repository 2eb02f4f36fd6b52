package dev.slipway.context;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a context holds: all that it names has to fit. Nothing named means everywhere.
 *
 * @param product a product's key; empty for any
 * @param component a component as {@code product/name}; empty for any
 * @param environment an environment's key; empty for any
 */
public record Attachment(
        String product,
        Map<String, String> productLabels,
        String component,
        String environment,
        Map<String, String> environmentLabels) {

    private static final int LABEL = 1;
    private static final int NAME = 2;
    private static final int COMPONENT = 3;

    /** How closely it fits; empty where it does not. */
    Optional<Rank> rank(
            Product product, ComponentKey component, Environment environment, int priority, String context) {
        var fits = (this.product.isEmpty() || this.product.equals(product.key().value()))
                && (this.component.isEmpty() || this.component.equals(component.toString()))
                && (this.environment.isEmpty()
                        || this.environment.equals(environment.key().value()))
                && holds(productLabels, product.labels())
                && holds(environmentLabels, environment.labels());
        return fits ? Optional.of(rank(priority, context)) : Optional.empty();
    }

    private Rank rank(int priority, String context) {
        var where = level(environment, environmentLabels);
        var what = component.isEmpty() ? level(product, productLabels) : COMPONENT;
        return new Rank(where, what, priority, context);
    }

    private static int level(String name, Map<String, String> labels) {
        if (!name.isEmpty()) {
            return NAME;
        }
        return labels.isEmpty() ? 0 : LABEL;
    }

    private static boolean holds(Map<String, String> asked, Map<String, String> has) {
        return has.entrySet().containsAll(asked.entrySet());
    }

    /** As people say it: {@code payments in environments with region=eu}. */
    public String words() {
        var what = new ArrayList<String>();
        if (!component.isEmpty()) {
            what.add(component);
        } else if (!product.isEmpty()) {
            what.add(product);
        }
        if (!productLabels.isEmpty()) {
            what.add("products with " + listed(productLabels));
        }
        var where = new ArrayList<String>();
        if (!environment.isEmpty()) {
            where.add(environment);
        }
        if (!environmentLabels.isEmpty()) {
            where.add("environments with " + listed(environmentLabels));
        }
        if (what.isEmpty() && where.isEmpty()) {
            return "everything";
        }
        var subject = what.isEmpty() ? "everything" : String.join(" among ", what);
        return where.isEmpty() ? subject : subject + " in " + String.join(" among ", where);
    }

    private static String listed(Map<String, String> labels) {
        List<String> texts = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .toList();
        return String.join(" and ", texts);
    }
}
