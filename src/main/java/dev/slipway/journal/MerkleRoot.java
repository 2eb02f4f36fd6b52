package dev.slipway.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Folds heads into one hash, two by two, in the order of their chains; leaves and nodes are told apart as in RFC 6962. */
final class MerkleRoot {

    private MerkleRoot() {}

    static String of(List<Head> heads) {
        if (heads.isEmpty()) {
            return Hash.NONE;
        }
        var level = heads.stream()
                .sorted(Comparator.comparing(Head::chain))
                .map(MerkleRoot::leaf)
                .toList();
        while (level.size() > 1) {
            level = folded(level);
        }
        return level.get(0);
    }

    private static List<String> folded(List<String> level) {
        var next = new ArrayList<String>((level.size() + 1) / 2);
        for (var left = 0; left < level.size(); left += 2) {
            next.add(left + 1 < level.size() ? node(level.get(left), level.get(left + 1)) : level.get(left));
        }
        return next;
    }

    private static String leaf(Head head) {
        return new Hash()
                .add("leaf")
                .add(head.chain())
                .add(head.number())
                .add(head.hash())
                .hex();
    }

    private static String node(String left, String right) {
        return new Hash().add("node").add(left).add(right).hex();
    }
}
