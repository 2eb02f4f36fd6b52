package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;

/** How asking for an environment ended. Held is an answer, not a failure: its release will be told when it is free. */
public sealed interface Claiming {

    /** The release may change all its components there now. */
    record Claimed(ReleaseId release, EnvironmentKey environment) implements Claiming {}

    /** Another release changes this component; the asker is in the queue behind it. */
    record Held(EnvironmentKey environment, ComponentKey component, ReleaseId by, Instant since) implements Claiming {}
}
