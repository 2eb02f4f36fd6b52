package dev.slipway.release;

/** How likely a risk is, or how bad it would be. */
public enum Degree {
    LOW,
    MEDIUM,
    HIGH
}
