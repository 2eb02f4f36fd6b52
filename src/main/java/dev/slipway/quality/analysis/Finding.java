package dev.slipway.quality.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What an analysis, or one criterion of it, came to. Only the first two are an answer; the others are a question to a person. */
public enum Finding {
    PASS,
    FAIL,
    /** There is enough to look at, but it does not say whether the version is worse. */
    INCONCLUSIVE,
    /** Too little was measured, or nothing. */
    NOT_ENOUGH_DATA;

    private static final List<Finding> WORST_FIRST = List.of(FAIL, NOT_ENOUGH_DATA, INCONCLUSIVE, PASS);

    public boolean decides() {
        return this == PASS || this == FAIL;
    }

    /** How it is called where people read it, and in models: {@code not-enough-data}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One failure fails the whole; the whole passes only where everything does. Of nothing it is not known. */
    static Finding of(Collection<Finding> findings) {
        return WORST_FIRST.stream().filter(findings::contains).findFirst().orElse(NOT_ENOUGH_DATA);
    }
}
