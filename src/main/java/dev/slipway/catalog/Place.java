package dev.slipway.catalog;

/** Where a target stands: one component in one environment. */
record Place(EnvironmentKey environment, ComponentKey component) implements Comparable<Place> {

    static Place of(TargetDescription target) {
        return new Place(target.environment(), target.component());
    }

    @Override
    public int compareTo(Place other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return component + " in " + environment;
    }
}
