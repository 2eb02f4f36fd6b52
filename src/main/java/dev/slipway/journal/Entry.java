package dev.slipway.journal;

import java.time.Instant;

/**
 * One line of the record.
 *
 * @param chain the release it is about, or {@link Journaled#SYSTEM_CHAIN}
 * @param number its place in the chain, from 1
 * @param payload the canonical JSON (RFC 8785) of the facts, exactly as hashed
 * @param personal the canonical JSON of the personal facts; empty once erased
 * @param hash SHA-256 in hexadecimal over the chain's id, the number, the previous hash and the content
 */
public record Entry(
        String chain,
        long number,
        Instant at,
        Actor actor,
        String act,
        String payload,
        String personal,
        String previous,
        String hash) {}
