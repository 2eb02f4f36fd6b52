package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.time.Instant;

/**
 * A machine that acts over REST in its own name, and never votes.
 *
 * @param owner the group that answers for it
 * @param enabled whether its tokens are accepted
 */
public record ServiceAccount(String name, GroupId owner, boolean enabled, Instant createdAt, Actor createdBy) {}
