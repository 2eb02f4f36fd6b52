package dev.slipway.flag;

import dev.slipway.catalog.ProductKey;
import java.util.Comparator;

/** Names a flag of a product; applications ask for it as {@code payments.new-checkout}. */
public record FlagKey(ProductKey product, String name) implements Comparable<FlagKey> {

    private static final Comparator<FlagKey> ORDER =
            Comparator.comparing((FlagKey key) -> key.product().value()).thenComparing(FlagKey::name);

    @Override
    public int compareTo(FlagKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return product + "." + name;
    }
}
