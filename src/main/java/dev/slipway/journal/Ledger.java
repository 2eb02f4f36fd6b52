package dev.slipway.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (chains.size() > 1 || !appendAsLeft(chains.first(), drafts)) {
            var newest = heads.lock(chains);
            entries.insert(lines(newest, drafts));
            heads.advance(newest.values());
        }
    }

    /** Most transactions write to one chain, and its head is most often as this node has left it: then it is found by moving it on. */
    private boolean appendAsLeft(String chain, List<Draft> drafts) {
        var left = heads.left(chain);
        if (left.isEmpty()) {
            return false;
        }
        var newest = new HashMap<>(Map.of(chain, left.get()));
        var lines = lines(newest, drafts);
        var head = lines.get(lines.size() - 1).head();
        var moved = entries.insertAfter(left.get(), head, lines);
        if (moved) {
            heads.leave(head);
        }
        return moved;
    }

    /** Chains the drafts behind the given heads, which move on with them. */
    private static List<Line> lines(Map<String, Head> newest, List<Draft> drafts) {
        var lines = new ArrayList<Line>(drafts.size());
        for (var draft : drafts) {
            var line = Line.after(newest.getOrDefault(draft.chain(), Head.none(draft.chain())), draft);
            lines.add(line);
            newest.put(draft.chain(), line.head());
        }
        return lines;
    }
}
