package dev.slipway.policy;

import java.util.Locale;

/** How users are moved to a new version, from the least to the most careful way. */
public enum Strategy {
    ALL_AT_ONCE,
    ROLLING,
    BLUE_GREEN,
    CANARY,
    FLAGGED;

    /** Whether its users or instances follow in steps that a plan may name. */
    public boolean inStages() {
        return this == ROLLING || this == CANARY || this == FLAGGED;
    }

    /** As tables spell it: {@code blue-green}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
