package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;

/** One component in one environment: what a target is for. */
record Spot(EnvironmentKey environment, ComponentKey component) {

    Place place() {
        return new Place(environment, component.product());
    }

    @Override
    public String toString() {
        return component + " in " + environment;
    }
}
