package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.journal.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class ActingTests {

    private final Acting acting = new Acting();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isTheSystemWhereNobodySignedIn() {
        assertThat(acting.now()).isEqualTo(Actor.SYSTEM);

        signIn(new AnonymousAuthenticationToken("key", "anonymous", List.of(new SimpleGrantedAuthority("NONE"))));
        assertThat(acting.now()).isEqualTo(Actor.SYSTEM);

        signIn(UsernamePasswordAuthenticationToken.unauthenticated("ada", "secret"));
        assertThat(acting.now()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void isWhoeverSignedIn() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
        assertThat(acting.now()).isEqualTo(Actor.person("ada"));

        signIn(UsernamePasswordAuthenticationToken.authenticated(
                "shop-ci", null, List.of(new SimpleGrantedAuthority(Bearer.SERVICE_ACCOUNT))));
        assertThat(acting.now()).isEqualTo(Actor.service("shop-ci"));
    }

    @Test
    void isTheOwnerOfTheToken() {
        var bearer = new Bearer(Actor.service("shop-ci"), 7, Set.of(Scope.READ), Set.of());

        signIn(UsernamePasswordAuthenticationToken.authenticated(bearer, null, List.of()));
        assertThat(acting.now()).isEqualTo(Actor.service("shop-ci"));
        assertThat(acting.bearer()).contains(bearer);

        var authentication = UsernamePasswordAuthenticationToken.authenticated("shop-ci", null, List.of());
        authentication.setDetails(bearer);
        signIn(authentication);
        assertThat(acting.now()).isEqualTo(Actor.service("shop-ci"));
        assertThat(acting.bearer()).contains(bearer);
    }

    @Test
    void isSomebodyElseOnlyForAWhile() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));

        var seen = acting.as(
                Actor.person("max"), () -> List.of(acting.now(), acting.as(Actor.SYSTEM, acting::now), acting.now()));

        assertThat(seen).containsExactly(Actor.person("max"), Actor.SYSTEM, Actor.person("max"));
        assertThat(acting.now()).isEqualTo(Actor.person("ada"));
        assertThatIllegalStateException()
                .isThrownBy(() -> acting.as(Actor.SYSTEM, () -> {
                    throw new IllegalStateException();
                }));
        assertThat(acting.now()).isEqualTo(Actor.person("ada"));
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }
}
