package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to act in a person's or service account's name over REST, without the secret, which nobody can read again.
 *
 * @param products the only products it reaches; empty for all
 * @param lastUsedAt to within five minutes; null where it never was
 * @param revokedAt null where it never was
 */
public record Token(
        long id,
        Actor owner,
        String name,
        Set<Scope> scopes,
        Set<String> products,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
