package dev.slipway.deployment.spi;

import java.util.Set;

/** What is true on a target. */
public sealed interface Report {

    /**
     * @param versions the versions that run, on at least one instance each; empty where nothing runs
     * @param share percent of the instances that run the newest of them, 0 to 100
     */
    record Running(Set<String> versions, int share) implements Report {}

    record Unknown(String reason) implements Report {}
}
