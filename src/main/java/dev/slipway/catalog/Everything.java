package dev.slipway.catalog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the catalogue says at one moment, by key. */
record Everything(
        SortedMap<String, Environment> environments,
        SortedMap<String, Entitled> products,
        SortedMap<Place, TargetDescription> targets) {

    Everything {
        environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    boolean has(ComponentKey key) {
        var entitled = products.get(key.product().value());
        return entitled != null && entitled.product().component(key.name()).isPresent();
    }
}
