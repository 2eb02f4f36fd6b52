package dev.slipway.catalog;

/** The short name of a product: {@code payments}. */
public record ProductKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
