package dev.slipway.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Appends entries to their chains: locks the heads, writes all entries at once, moves the heads on. */
@Component
class Ledger {

    private final HeadRows heads;
    private final EntryRows entries;

    Ledger(HeadRows heads, EntryRows entries) {
        this.heads = heads;
        this.entries = entries;
    }

    void append(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        var chains = new TreeSet<String>();
        drafts.forEach(draft -> chains.add(draft.chain()));
        var newest = heads.lock(chains);
        var lines = new ArrayList<Line>(drafts.size());
        for (var draft : drafts) {
            var line = Line.after(newest.getOrDefault(draft.chain(), Head.none(draft.chain())), draft);
            lines.add(line);
            newest.put(draft.chain(), line.head());
        }
        entries.insert(lines);
        heads.advance(newest.values());
    }
}
