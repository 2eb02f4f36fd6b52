package dev.slipway.environment.spi;

import java.util.Set;

/** What is true at a target. */
public sealed interface Actual {

    /**
     * @param versions those that run on at least one instance; empty where nothing runs
     * @param share percent of the instances that run the newest of them
     */
    record Running(Set<String> versions, int share) implements Actual {}

    record Unknown(String reason) implements Actual {}
}
