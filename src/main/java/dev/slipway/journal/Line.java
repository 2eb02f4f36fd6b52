package dev.slipway.journal;

import java.util.Optional;

/** An entry with all that its hash covers. */
record Line(Entry entry, int format, String salt, String personalHash) {

    /** In the first, entries without personal facts had a salt and a hash of them, too. */
    private static final int FORMAT = 2;

    static Line after(Head previous, Draft draft) {
        var personalHash = personalHash(draft.salt(), draft.personal());
        var entry = new Entry(
                draft.chain(),
                previous.number() + 1,
                draft.at(),
                draft.actor(),
                draft.act(),
                draft.payload(),
                draft.personal(),
                previous.hash(),
                "");
        return new Line(hashed(entry, hash(entry, FORMAT, personalHash)), FORMAT, draft.salt(), personalHash);
    }

    Head head() {
        return new Head(entry.chain(), entry.number(), entry.hash());
    }

    boolean erased() {
        return entry.personal().isEmpty();
    }

    /** Says what is wrong with this line if it is to follow directly on that one. */
    Optional<String> flawAfter(Head previous) {
        if (!entry.previous().equals(previous.hash())) {
            return Optional.of("it does not follow on the entry before it");
        }
        if (!erased() && !personalHash.equals(personalHash(salt, entry.personal()))) {
            return Optional.of("its personal facts were changed");
        }
        if (!entry.hash().equals(hash(entry, format, personalHash))) {
            return Optional.of("its content does not match its hash");
        }
        return Optional.empty();
    }

    private static String personalHash(String salt, String personal) {
        return salt.isEmpty() && personal.equals(Draft.NOTHING) ? "" : Hash.of(salt + personal);
    }

    private static String hash(Entry entry, int format, String personalHash) {
        return new Hash()
                .add(format)
                .add(entry.chain())
                .add(entry.number())
                .add(entry.previous())
                .add(entry.at())
                .add(entry.actor().toString())
                .add(entry.act())
                .add(Hash.of(entry.payload()))
                .add(personalHash)
                .hex();
    }

    private static Entry hashed(Entry entry, String hash) {
        return new Entry(
                entry.chain(),
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.act(),
                entry.payload(),
                entry.personal(),
                entry.previous(),
                hash);
    }
}
