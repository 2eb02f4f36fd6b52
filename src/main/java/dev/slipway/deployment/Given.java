package dev.slipway.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.catalog.TargetDescription;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/**
 * The part of a target's settings that is given to what runs there, and so goes back with a version; all others say where a version is put, and how.
 *
 * @param written as JSON; empty where nobody has noted it
 */
record Given(String written) {

    static final Given UNKNOWN = new Given("");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> SETTINGS = new TypeReference<>() {};

    /** What the catalogue gives now. */
    static Given by(TargetDescription target) {
        var given = new TreeMap<>(target.settings());
        given.keySet().removeIf(name -> !isGiven(name));
        try {
            return new Given(JSON.writeValueAsString(given));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The target as it is described now, with what it gave then. */
    TargetDescription at(TargetDescription now) {
        if (written.isEmpty()) {
            return now;
        }
        var settings = new LinkedHashMap<>(now.settings());
        settings.keySet().removeIf(Given::isGiven);
        try {
            settings.putAll(JSON.readValue(written, SETTINGS));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
        return new TargetDescription(
                now.environment(), now.component(), now.adapter(), settings, now.url(), now.agent());
    }

    private static boolean isGiven(String setting) {
        return setting.startsWith("variable.") || setting.startsWith("slot.variable.");
    }
}
