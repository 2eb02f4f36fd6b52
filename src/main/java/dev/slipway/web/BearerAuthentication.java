package dev.slipway.web;

import dev.slipway.identity.Bearer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who came with a token; each of its scopes is an authority. */
class BearerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Bearer bearer;

    BearerAuthentication(Bearer bearer) {
        super(authorities(bearer).map(SimpleGrantedAuthority::new).toList());
        this.bearer = bearer;
        setAuthenticated(true);
    }

    static String scope(Object scope) {
        return "SCOPE_" + scope;
    }

    private static Stream<String> authorities(Bearer bearer) {
        var scopes = bearer.scopes().stream().map(BearerAuthentication::scope);
        return bearer.actor().isPerson() ? scopes : Stream.concat(scopes, Stream.of(Bearer.SERVICE_ACCOUNT));
    }

    @Override
    public Bearer getPrincipal() {
        return bearer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
