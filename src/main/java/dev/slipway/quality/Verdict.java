package dev.slipway.quality;

/** What a criterion, or a whole gate, came to. A gate without its evidence is missing, never passed. */
public enum Verdict {
    PASSED,
    FAILED,
    MISSING
}
