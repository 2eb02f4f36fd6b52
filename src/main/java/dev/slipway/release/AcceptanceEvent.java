package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Journaled;
import java.util.List;
import java.util.Map;

/**
 * The releases of a product that are opened from now on are judged by something else in use.
 *
 * @param digest SHA-256 of all that is said
 * @param criteria the names of what they are judged by
 */
record AcceptanceEvent(ProductKey product, int revision, String digest, List<String> criteria) implements Journaled {

    @Override
    public String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    public String act() {
        return "acceptance.described";
    }

    @Override
    public Map<String, ?> facts() {
        return Map.of("product", product.value(), "revision", revision, "digest", digest, "criteria", criteria);
    }
}
