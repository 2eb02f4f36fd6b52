package dev.slipway.catalog;

import dev.slipway.journal.Journaled;
import java.util.List;
import java.util.Map;

/** Everything this module tells the others. */
public sealed interface CatalogEvent extends Journaled {

    @Override
    default String chain() {
        return SYSTEM_CHAIN;
    }

    /**
     * Documents were applied, and something changed.
     *
     * @param files what was applied: each file's name with the SHA-256 of its text
     */
    record Applied(List<String> changes, Map<String, String> files) implements CatalogEvent {

        @Override
        public String act() {
            return "catalog.applied";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("changes", changes, "files", files);
        }
    }
}
