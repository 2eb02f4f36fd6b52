package dev.slipway.journal;

import java.util.List;
import org.springframework.stereotype.Service;

/** The record of everything that was done; the only way into this module. Entries arrive as {@link Journaled} events. */
@Service
public class Journal {

    /** Returns entries of one chain in order, those after the given number, at most {@code limit}. */
    public List<Entry> read(String chain, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Returns the newest entries of one chain, newest first. */
    public List<Entry> latest(String chain, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Recomputes every hash of the chain. */
    public Verification verify(String chain) {
        throw new UnsupportedOperationException();
    }
}
