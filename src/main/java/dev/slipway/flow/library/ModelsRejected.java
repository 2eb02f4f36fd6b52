package dev.slipway.flow.library;

import dev.slipway.journal.Journaled;
import java.util.List;
import java.util.Map;

/**
 * Changed models break rules, so those in force stay.
 *
 * @param files the SHA-256 of each file by its name
 */
public record ModelsRejected(Map<String, String> files, List<ModelFlaw> flaws) implements Journaled {

    private static final int MOST = 50;

    @Override
    public String chain() {
        return SYSTEM_CHAIN;
    }

    @Override
    public String act() {
        return "models.refused";
    }

    @Override
    public Map<String, ?> facts() {
        return Map.of(
                "files",
                files,
                "flaws",
                flaws.stream().limit(MOST).map(ModelFlaw::toString).toList());
    }
}
