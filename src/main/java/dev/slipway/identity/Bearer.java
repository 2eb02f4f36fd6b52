package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whoever came with a valid token, and how far that token reaches. HTTP security puts it on the request's authentication as principal or details.
 *
 * @param token the token's id
 * @param products the only products it reaches; empty for all
 */
public record Bearer(Actor actor, long token, Set<Scope> scopes, Set<String> products)
        implements AuthenticatedPrincipal {

    /** The authority of an authentication that is a service account's. */
    public static final String SERVICE_ACCOUNT = "SERVICE_ACCOUNT";

    /** Whether the token was issued for this. */
    public boolean covers(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether the token reaches this product; one that is bound to products does not reach what belongs to none. */
    public boolean reaches(String product) {
        return products.isEmpty() || products.contains(product);
    }

    @Override
    public String getName() {
        return actor.id();
    }
}
