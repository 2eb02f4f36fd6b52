package dev.slipway.flag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes somebody one of an audience: an attribute that the application tells has one of these values. As a line:
 * {@code email ends-with @example.org, @example.com}.
 */
public record Condition(String attribute, Match match, List<String> values) {

    private static final Pattern LINE = Pattern.compile(
            "(?<attribute>[A-Za-z][A-Za-z0-9_.-]{0,99})\\s+(?<match>is|starts-with|ends-with)\\s+(?<values>\\S.*)");

    /** How the attribute is held against the values. */
    public enum Match {
        IS,
        STARTS_WITH,
        ENDS_WITH;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads a line; empty where it is none. */
    static Optional<Condition> parse(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var match = Match.valueOf(parts.group("match").toUpperCase(Locale.ROOT).replace('-', '_'));
        var values = Arrays.stream(parts.group("values").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(parts.group("attribute"), match, values));
    }

    @Override
    public String toString() {
        return attribute + " " + match.word() + " " + String.join(", ", values);
    }
}
