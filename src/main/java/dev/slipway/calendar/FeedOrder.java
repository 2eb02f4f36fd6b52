package dev.slipway.calendar;

import org.jspecify.annotations.Nullable;

/**
 * A calendar that somebody wants to import; nothing has been checked.
 *
 * @param address where it is; empty where its text is given
 * @param product empty for all
 * @param environment empty for all
 */
public record FeedOrder(
        String name,
        String address,
        Entry.@Nullable Kind kind,
        String product,
        String environment,
        String zone,
        boolean hotfixPasses) {

    public FeedOrder {
        name = name.strip();
        address = address.strip().replaceFirst("^webcals?://", "https://");
        product = product.strip();
        environment = environment.strip();
        zone = zone.strip();
    }
}
