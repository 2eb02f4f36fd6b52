package dev.slipway.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A token somebody asks for.
 *
 * @param scopes at least one of {@link Scope#all()}, as text
 * @param products the only products it shall reach; empty for all
 * @param expiresAt within a year
 */
public record TokenOrder(String name, Set<String> scopes, Set<String> products, Instant expiresAt) {}
