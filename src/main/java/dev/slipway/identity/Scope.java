package dev.slipway.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing a token may be used for: an {@link Act} as {@code open-release}, reading, or the engine's own interface. */
public record Scope(String value) implements Comparable<Scope> {

    public static final Scope READ = new Scope("read");
    public static final Scope ENGINE = new Scope("engine");

    /** Reading what applications are told of feature flags, and nothing else. */
    public static final Scope FLAGS = new Scope("flags");

    private static final String AGENT = "agent:";
    private static final Pattern AGENTS = Pattern.compile(AGENT + "[a-z][a-z0-9-]{0,62}");

    public static Scope of(Act act) {
        return new Scope(act.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Doing work of this topic near a target; only for agents of service accounts. */
    public static Scope agent(String topic) {
        return new Scope(AGENT + topic);
    }

    /** Whether it lets an agent work, on whatever topic. */
    public boolean isOfAgents() {
        return AGENTS.matcher(value).matches();
    }

    /** All there are, but those of agents, which name a topic each. */
    public static List<Scope> all() {
        return Stream.concat(
                        Stream.of(READ, FLAGS, ENGINE),
                        Arrays.stream(Act.values()).map(Scope::of))
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
