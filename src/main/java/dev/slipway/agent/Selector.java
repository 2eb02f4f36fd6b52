package dev.slipway.agent;

import java.util.Arrays;
import java.util.Map;

/** Which agents may do the work of a target: one by its name, {@code north-1}, or all that have these labels, {@code zone=north,tier=edge}. */
public record Selector(String text) {

    /** Whether an agent of this name and with these labels is meant. */
    public boolean matches(String name, Map<String, String> labels) {
        return text.contains("=")
                ? Arrays.stream(text.split(",")).map(String::strip).allMatch(pair -> has(labels, pair))
                : text.strip().equals(name);
    }

    private static boolean has(Map<String, String> labels, String pair) {
        var parts = pair.split("=", 2);
        return parts.length == 2 && parts[1].strip().equals(labels.get(parts[0].strip()));
    }

    @Override
    public String toString() {
        return text;
    }
}
