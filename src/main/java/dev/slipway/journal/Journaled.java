package dev.slipway.journal;

import java.util.Map;

/** An event that belongs in the record. Published inside the transaction of the act, it is written with it or not at all. */
public interface Journaled {

    /** The chain of acts whose subject is no release: rights, catalogue, models. */
    String SYSTEM_CHAIN = "slipway";

    /** The chain it belongs to: a release's id, or {@link #SYSTEM_CHAIN}. */
    String chain();

    /** What was done, as {@code subject.past-tense}: {@code release.held}. */
    String act();

    /** What an auditor needs to know: text, numbers, booleans, instants, and lists or maps of them. */
    Map<String, ?> facts();

    /** Facts about a person that may have to be erased later; hashed apart, so that erasing them leaves the chain whole. */
    default Map<String, ?> personal() {
        return Map.of();
    }
}
