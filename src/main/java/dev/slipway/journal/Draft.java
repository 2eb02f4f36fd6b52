package dev.slipway.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry before it has its place in a chain.
 *
 * @param salt keeps an erased personal payload from being guessed by its hash; empty where there is none
 */
record Draft(String chain, Instant at, Actor actor, String act, String payload, String personal, String salt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** How no personal facts are spelled. */
    static final String NOTHING = "{}";

    static Draft of(Journaled event, Instant at, Actor actor) {
        var personal = CanonicalJson.of(event.personal()).text();
        return new Draft(
                event.chain(),
                Hash.micros(at),
                actor,
                event.act(),
                CanonicalJson.of(event.facts()).text(),
                personal,
                personal.equals(NOTHING) ? "" : randomSalt());
    }

    private static String randomSalt() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
