package dev.slipway.flow.library;

import dev.slipway.journal.Journaled;
import java.util.Map;

/**
 * New releases follow another set of models from now on.
 *
 * @param files the SHA-256 of each file by its name
 */
public record ModelsDeployed(String deployment, Map<String, String> files) implements Journaled {

    @Override
    public String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    public String act() {
        return "models.deployed";
    }

    @Override
    public Map<String, ?> facts() {
        return Map.of("deployment", deployment, "files", files);
    }
}
