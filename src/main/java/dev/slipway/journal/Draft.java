package dev.slipway.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry before it has its place in a chain.
 *
 * @param salt keeps an erased personal payload from being guessed by its hash, and tells two acts apart that are alike in everything
 */
record Draft(String chain, Instant at, Actor actor, String act, String payload, String personal, String salt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Draft of(Journaled event, Instant at, Actor actor) {
        return new Draft(
                event.chain(),
                Hash.micros(at),
                actor,
                event.act(),
                CanonicalJson.of(event.facts()).text(),
                CanonicalJson.of(event.personal()).text(),
                randomSalt());
    }

    private static String randomSalt() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
