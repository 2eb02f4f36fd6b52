package dev.slipway.journal;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of everything that was done; the only way into this module. Entries arrive as {@link Journaled} events. */
@Service
public class Journal {

    private final EntryRows entries;
    private final ChainVerifier chains;
    private final SealVerifier seals;
    private final ApplicationEventPublisher events;

    Journal(EntryRows entries, ChainVerifier chains, SealVerifier seals, ApplicationEventPublisher events) {
        this.entries = entries;
        this.chains = chains;
        this.seals = seals;
        this.events = events;
    }

    /** Returns entries of one chain in order, those after the given number, at most {@code limit}. */
    public List<Entry> read(String chain, long after, int limit) {
        return entries.after(chain, after, limit).stream().map(Line::entry).toList();
    }

    /** Returns the newest entries of one chain, newest first. */
    public List<Entry> latest(String chain, int limit) {
        return entries.latest(chain, limit).stream().map(Line::entry).toList();
    }

    /** Recomputes every hash of the chain, and compares it with what was sealed. */
    public Verification verify(String chain) {
        return chains.verify(chain);
    }

    /** Recomputes every seal, from the first to the newest; numbers in the answer are those of seals. */
    public Verification verifySeals() {
        return seals.verify();
    }

    /**
     * Erases the personal facts of one entry for good; that it was done, and why, is an entry of its own. The chain stays whole.
     *
     * @return whether there was something to erase
     */
    @Transactional
    public boolean erasePersonal(String chain, long number, String reason) {
        var erased = entries.erasePersonal(chain, number);
        if (erased) {
            events.publishEvent(new JournalEvent.PersonalErased(chain, number, reason));
        }
        return erased;
    }
}
