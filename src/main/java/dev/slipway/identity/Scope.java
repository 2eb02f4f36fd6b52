package dev.slipway.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One thing a token may be used for: an {@link Act} as {@code open-release}, reading, or the engine's own interface. */
public record Scope(String value) implements Comparable<Scope> {

    public static final Scope READ = new Scope("read");
    public static final Scope ENGINE = new Scope("engine");

    public static Scope of(Act act) {
        return new Scope(act.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** All there are. */
    public static List<Scope> all() {
        return Stream.concat(
                        Stream.of(READ, ENGINE), Arrays.stream(Act.values()).map(Scope::of))
                .toList();
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
