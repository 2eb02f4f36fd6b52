package dev.slipway.flag;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Actor;
import java.time.Instant;

/**
 * Who sees a flag's feature in one environment: its audience, and a share of everybody else.
 *
 * @param on false hides it from everybody, whatever the rest says
 * @param share percent of those outside the audience, 0 to 100
 * @param audience the name of an audience of the product; empty for none
 */
public record Exposure(EnvironmentKey environment, boolean on, int share, String audience, Actor by, Instant since) {

    /** In words: {@code pilots and 10 % of the others}. */
    public String words() {
        if (!on || (share == 0 && audience.isEmpty())) {
            return "nobody";
        }
        if (share == 100) {
            return "everybody";
        }
        if (audience.isEmpty()) {
            return share + " % of all";
        }
        return share == 0 ? audience + " only" : audience + " and " + share + " % of the others";
    }
}
