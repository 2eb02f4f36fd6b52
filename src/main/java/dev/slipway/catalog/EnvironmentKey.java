package dev.slipway.catalog;

/** The short name of an environment: {@code staging}. */
public record EnvironmentKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
