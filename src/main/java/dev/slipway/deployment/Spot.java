package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;

/** One component in one environment: what a move changes. */
record Spot(EnvironmentKey environment, ComponentKey component) {

    /** How an agent's order names it. */
    String work() {
        return environment + " " + component;
    }

    @Override
    public String toString() {
        return component + " in " + environment;
    }
}
