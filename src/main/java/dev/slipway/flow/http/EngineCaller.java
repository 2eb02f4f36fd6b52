package dev.slipway.flow.http;

import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine in whose name a call over its REST interface comes, with the groups of this moment. */
class EngineCaller extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Acting acting;
    private final People people;

    EngineCaller(IdentityService identity, Acting acting, People people) {
        this.identity = identity;
        this.acting = acting;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = acting.now();
        identity.setAuthentication(name(actor), groups(actor));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A service account is never taken for a person of the same name. */
    private static String name(Actor actor) {
        return actor.isPerson() ? actor.id() : actor.toString();
    }

    private List<String> groups(Actor actor) {
        return actor.isPerson()
                ? people.groupsOf(new PersonId(actor.id())).stream()
                        .map(GroupId::value)
                        .toList()
                : List.of();
    }
}
