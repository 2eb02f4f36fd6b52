package dev.slipway.web;

import dev.slipway.identity.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises whoever comes with {@code Authorization: Bearer slw_...}. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Rejection rejection;

    BearerFilter(Tokens tokens, Rejection rejection) {
        this.tokens = tokens;
        this.rejection = rejection;
    }

    static boolean comesWithToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (comesWithToken(request)) {
            var secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(SCHEME.length())
                    .strip();
            var bearer = tokens.authenticate(secret);
            if (bearer.isEmpty()) {
                rejection.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "unknown-token",
                        "The token is unknown, expired or revoked. Create another one on the tokens page.");
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new BearerAuthentication(bearer.get()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** A long poll is dispatched again when its answer is there; it needs its caller then, too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
