package dev.slipway.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Appends entries to their chains, in the order of the chains, so that nobody waits in a circle. */
@Component
class Ledger {

    private final HeadRows heads;
    private final EntryRows entries;

    Ledger(HeadRows heads, EntryRows entries) {
        this.heads = heads;
        this.entries = entries;
    }

    void append(List<Draft> drafts) {
        var byChain = new TreeMap<String, List<Draft>>();
        drafts.forEach(draft -> byChain.computeIfAbsent(draft.chain(), chain -> new ArrayList<>())
                .add(draft));
        byChain.forEach(this::append);
    }

    /** A chain is most often where this node has left it; where somebody else has been there since, the tables say where it is. */
    private void append(String chain, List<Draft> drafts) {
        var from = heads.left(chain).orElseGet(() -> entries.head(chain));
        var lines = lines(from, drafts);
        while (!entries.insert(lines)) {
            from = entries.head(chain);
            lines = lines(from, drafts);
        }
        var last = lines.get(lines.size() - 1);
        heads.leave(last.head(), last.entry().at());
    }

    private static List<Line> lines(Head from, List<Draft> drafts) {
        var lines = new ArrayList<Line>(drafts.size());
        var head = from;
        for (var draft : drafts) {
            var line = Line.after(head, draft);
            lines.add(line);
            head = line.head();
        }
        return lines;
    }
}
