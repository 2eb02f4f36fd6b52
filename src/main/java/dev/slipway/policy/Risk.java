package dev.slipway.policy;

/** The risk class of a release. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
