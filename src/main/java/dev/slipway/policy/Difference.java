package dev.slipway.policy;

/** What a changed table would do to a decision that was made. What each means for which table is said in {@code docs/guides/policies.md}. */
public enum Difference {
    SAME,
    NEWLY_BLOCKED,
    NEWLY_ALLOWED,
    DIFFERENTLY_ROUTED
}
