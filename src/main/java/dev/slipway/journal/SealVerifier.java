package dev.slipway.journal;

import dev.slipway.journal.Verification.Broken;
import dev.slipway.journal.Verification.Whole;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Walks along the seals and recomputes them. */
@Component
class SealVerifier {

    private static final int PAGE = 200;

    private final SealRows seals;

    SealVerifier(SealRows seals) {
        this.seals = seals;
    }

    /** The newest seal is read first: what is sealed meanwhile is left to the next time. */
    Verification verify() {
        var newest = seals.last();
        var last = Seal.Last.NONE;
        while (last.number() < newest.number()) {
            var page = seals.after(last.number(), PAGE);
            if (page.isEmpty()) {
                return new Broken(last.number() + 1, "it is missing");
            }
            for (var seal : page) {
                var number = last.number() + 1;
                var flaw = flawAfter(last, seal);
                if (flaw.isPresent()) {
                    return new Broken(number, flaw.get());
                }
                last = seal.asLast();
                if (last.number() == newest.number()) {
                    break;
                }
            }
        }
        return last.equals(newest)
                ? new Whole(last.number())
                : new Broken(last.number(), "it is not the newest seal that was made");
    }

    private Optional<String> flawAfter(Seal.Last last, Seal seal) {
        if (seal.number() != last.number() + 1) {
            return Optional.of("it is missing");
        }
        if (!seal.previous().equals(last.hash())) {
            return Optional.of("it does not follow on the seal before it");
        }
        if (!seal.hash().equals(seal.recomputed())) {
            return Optional.of("its content does not match its hash");
        }
        if (!signed(seal)) {
            return Optional.of("its signature is not by the key it names");
        }
        var heads = seals.heads(seal.number());
        if (heads.size() != seal.heads() || !MerkleRoot.of(heads).equals(seal.root())) {
            return Optional.of("the heads it covers were changed");
        }
        return seals.lostHead(seal.number())
                .map(head -> "entry " + head.number() + " of " + head.chain() + " is no longer as it was sealed");
    }

    private boolean signed(Seal seal) {
        return seals.publicKey(seal.fingerprint())
                .filter(key -> SealingKey.signed(key, seal.fingerprint(), seal.hash(), seal.signature()))
                .isPresent();
    }
}
