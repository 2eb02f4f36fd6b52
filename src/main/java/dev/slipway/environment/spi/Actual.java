package dev.slipway.environment.spi;

import java.util.Set;

/** What is true at a target. */
public sealed interface Actual {

    /**
     * @param versions those that run on at least one instance; empty where nothing runs
     * @param share percent of the instances that run the newest of them
     * @param otherConfiguration the digest that the target has with the version, where it was deployed with another one; empty where it agrees, or where
     *     the target does not keep it
     */
    record Running(Set<String> versions, int share, String otherConfiguration) implements Actual {

        /** Nothing is known of a configuration. */
        public Running(Set<String> versions, int share) {
            this(versions, share, "");
        }
    }

    /** Somebody near the target was asked, and answers soon: asking again in some seconds tells. */
    record Asked() implements Actual {}

    record Unknown(String reason) implements Actual {}
}
