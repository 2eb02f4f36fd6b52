package dev.slipway.journal;

import dev.slipway.journal.Verification.Broken;
import dev.slipway.journal.Verification.Whole;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Walks along a chain and recomputes it. */
@Component
class ChainVerifier {

    private static final int PAGE = 500;

    private final EntryRows entries;
    private final HeadRows heads;
    private final SealRows seals;

    ChainVerifier(EntryRows entries, HeadRows heads, SealRows seals) {
        this.entries = entries;
        this.heads = heads;
        this.seals = seals;
    }

    /** Entries may be appended meanwhile: the head is read after them, and where it is further on, so is the walk. */
    Verification verify(String chain) {
        var walk = new Walk(chain);
        while (true) {
            var page = entries.after(chain, walk.last.number(), PAGE);
            var broken = walk.along(page);
            if (broken.isPresent()) {
                return broken.get();
            }
            if (page.size() == PAGE) {
                continue;
            }
            var sealed = seals.newest(chain);
            var head = heads.find(chain).orElse(Head.none(chain));
            if (head.number() <= walk.last.number()
                    || entries.after(chain, walk.last.number(), 1).isEmpty()) {
                return walk.end(head, sealed);
            }
        }
    }

    private final class Walk {

        private final String chain;
        private final TreeSet<Long> erased = new TreeSet<>();
        private Head last;

        Walk(String chain) {
            this.chain = chain;
            this.last = Head.none(chain);
        }

        Optional<Broken> along(List<Line> page) {
            if (page.isEmpty()) {
                return Optional.empty();
            }
            var through = page.get(page.size() - 1).entry().number();
            var sealed = seals.sealed(chain, last.number(), through);
            for (var line : page) {
                var number = last.number() + 1;
                if (line.entry().number() != number) {
                    return Optional.of(new Broken(number, "it is missing"));
                }
                var flaw = line.flawAfter(last);
                if (flaw.isPresent()) {
                    return Optional.of(new Broken(number, flaw.get()));
                }
                if (!sealed.getOrDefault(number, line.entry().hash())
                        .equals(line.entry().hash())) {
                    return Optional.of(new Broken(number, "it is not the entry that was sealed"));
                }
                last = line.head();
                noteErasures(line);
            }
            return Optional.empty();
        }

        Verification end(Head head, long sealed) {
            if (!erased.isEmpty()) {
                return new Broken(erased.first(), "its personal facts were removed without a record of it");
            }
            if (Math.max(head.number(), sealed) > last.number()) {
                return new Broken(last.number() + 1, "it is missing");
            }
            return head.number() == 0 || entries.contains(head)
                    ? new Whole(last.number())
                    : new Broken(head.number(), "it is not what the chain's head says");
        }

        private void noteErasures(Line line) {
            if (line.erased()) {
                erased.add(line.entry().number());
            }
            if (line.entry().act().equals(JournalEvent.PersonalErased.ACT)) {
                var number = new CanonicalJson(line.entry().payload()).members().get("number");
                erased.removeIf(candidate -> number instanceof Number recorded && recorded.longValue() == candidate);
            }
        }
    }
}
