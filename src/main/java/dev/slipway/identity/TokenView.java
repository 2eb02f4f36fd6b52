package dev.slipway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown over REST.
 *
 * @param secret only in the answer to the request that created it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        long id,
        String name,
        List<String> scopes,
        Set<String> products,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String secret) {

    static TokenView of(Token token) {
        return of(token, null);
    }

    static TokenView of(Token token, @Nullable String secret) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().map(Scope::value).toList(),
                token.products(),
                token.issuedAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                secret);
    }

    static List<TokenView> of(List<Token> tokens) {
        return tokens.stream().map(TokenView::of).toList();
    }
}
