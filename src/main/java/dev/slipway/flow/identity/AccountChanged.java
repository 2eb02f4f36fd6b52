package dev.slipway.flow.identity;

import dev.slipway.journal.Journaled;
import java.util.Map;

/**
 * A person, a group, a membership or a right was changed.
 *
 * @param entity what sort of thing it is, in Camunda's words: {@code Group membership}
 * @param operation what was done: {@code Create}
 * @param property which part this is about: {@code userId}
 */
record AccountChanged(String entity, String operation, String property, String value) implements Journaled {

    @Override
    public String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    public String act() {
        return "account.changed";
    }

    @Override
    public Map<String, ?> facts() {
        return Map.of("entity", entity, "operation", operation, "property", property, "value", value);
    }
}
