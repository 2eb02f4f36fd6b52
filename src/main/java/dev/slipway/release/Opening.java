package dev.slipway.release;

import java.util.List;

/** How asking for a new release ended. */
public sealed interface Opening {

    record Opened(Release release) implements Opening {}

    /** The same was asked before, by key or by product, version and commit; this is what it led to. */
    record Existing(Release release) implements Opening {}

    record Refused(List<Flaw> flaws) implements Opening {}
}
