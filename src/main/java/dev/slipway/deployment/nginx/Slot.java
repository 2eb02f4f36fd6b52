package dev.slipway.deployment.nginx;

import dev.slipway.catalog.TargetDescription;
import java.util.List;

/**
 * One of the two places behind nginx.
 *
 * @param servers its instances as nginx reaches them, in the order in which they are filled
 * @param place the slot as the adapter that fills it knows it
 */
record Slot(String name, List<String> servers, TargetDescription place) {

    /** Percent of the instances that stands for the first so many of them. */
    int percent(int count) {
        return count * 100 / servers.size();
    }

    int count(int percent) {
        return (servers.size() * percent + 99) / 100;
    }
}
