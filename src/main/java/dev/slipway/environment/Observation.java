package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the truth about one component in one environment.
 *
 * @param since since when it is found so; null before the first probe
 * @param versions those that ran when it was last known
 * @param share percent of the instances that ran the newest of them
 * @param configuration the digest that the target has with what is planned, where it was deployed with another one; empty otherwise
 * @param planned the version that was planned when it was asked; empty where none was
 * @param reason why nothing is known; empty where something is
 * @param probedAt when it was last asked; null before the first time
 */
public record Observation(
        EnvironmentKey environment,
        ComponentKey component,
        Finding finding,
        @Nullable Instant since,
        List<String> versions,
        int share,
        String configuration,
        String planned,
        String reason,
        @Nullable Instant probedAt) {

    private static final int BRIEF = 12;

    /** How what is planned and what is true compare. */
    public enum Finding {
        /** Nobody has asked yet. */
        NEVER,
        /** What is planned runs, and nothing else. */
        AGREES,
        /** Something else runs than is planned. */
        DRIFTED,
        /** Something runs, but nothing is planned there. */
        UNPLANNED,
        /** The target did not say. */
        UNKNOWN
    }

    /** What runs, as people say it. */
    public String actual() {
        return words(versions, share) + (configuration.isEmpty() ? "" : " with another configuration, " + brief());
    }

    private String brief() {
        return configuration.substring(0, Math.min(BRIEF, configuration.length()));
    }

    static String words(List<String> versions, int share) {
        if (versions.isEmpty()) {
            return "nothing";
        }
        return String.join(" and ", versions) + (share == 100 || share == 0 ? "" : " on " + share + " %");
    }
}
