package dev.slipway.identity;

import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Knows who is acting on this thread: whoever signed in, or Slipway itself. */
@Service
public class Acting implements CurrentActor {

    private static final ThreadLocal<@Nullable Actor> INSTEAD = new ThreadLocal<>();

    @Override
    public Actor now() {
        var actor = INSTEAD.get();
        return actor != null ? actor : signedIn().map(Acting::actor).orElse(Actor.SYSTEM);
    }

    /** Runs the work in another actor's name: a worker acts as the system, a test as anybody. */
    public <T> T as(Actor actor, Supplier<T> work) {
        var before = INSTEAD.get();
        INSTEAD.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                INSTEAD.remove();
            } else {
                INSTEAD.set(before);
            }
        }
    }

    /** The token that this thread's request came with; empty where somebody signed in by other means, or nobody did. */
    public Optional<Bearer> bearer() {
        return signedIn().flatMap(Acting::bearer);
    }

    private static Optional<Authentication> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
    }

    private static Actor actor(Authentication authentication) {
        return bearer(authentication).map(Bearer::actor).orElseGet(() -> named(authentication));
    }

    private static Actor named(Authentication authentication) {
        var service = authentication.getAuthorities().stream()
                .anyMatch(authority -> Bearer.SERVICE_ACCOUNT.equals(authority.getAuthority()));
        return service ? Actor.service(authentication.getName()) : Actor.person(authentication.getName());
    }

    private static Optional<Bearer> bearer(Authentication authentication) {
        if (authentication.getPrincipal() instanceof Bearer bearer) {
            return Optional.of(bearer);
        }
        return authentication.getDetails() instanceof Bearer bearer ? Optional.of(bearer) : Optional.empty();
    }
}
