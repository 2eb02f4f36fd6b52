package dev.slipway.journal;

import java.time.Instant;
import java.util.List;

/**
 * Heads of chains as they were at one moment, bound together and to the seal before.
 *
 * @param root the Merkle root over the heads
 * @param hash over everything before it; the next seal's {@code previous}
 * @param signature of the hash, by the key with this fingerprint
 */
record Seal(
        long number,
        Instant at,
        int heads,
        String root,
        String previous,
        String hash,
        String fingerprint,
        String signature) {

    static Seal after(Last last, Instant at, List<Head> heads, SealingKey key) {
        var number = last.number() + 1;
        var root = MerkleRoot.of(heads);
        var instant = Hash.micros(at);
        var hash = hash(number, instant, heads.size(), root, last.hash(), key.fingerprint());
        return new Seal(number, instant, heads.size(), root, last.hash(), hash, key.fingerprint(), key.sign(hash));
    }

    String recomputed() {
        return hash(number, at, heads, root, previous, fingerprint);
    }

    Last asLast() {
        return new Last(number, hash);
    }

    private static String hash(long number, Instant at, int heads, String root, String previous, String fingerprint) {
        return new Hash()
                .add("slipway seal 1")
                .add(number)
                .add(at)
                .add(heads)
                .add(root)
                .add(previous)
                .add(fingerprint)
                .hex();
    }

    /** The newest seal, as far as the next one needs it. */
    record Last(long number, String hash) {

        static final Last NONE = new Last(0, Hash.NONE);
    }
}
