package dev.slipway.agent;

import dev.slipway.identity.Bearer;
import dev.slipway.identity.Scope;
import dev.slipway.journal.Actor;
import java.util.Optional;

/** An agent's token, and how far it reaches. */
record Caller(Bearer bearer) {

    /** Empty where whoever comes is no agent: agents come with a token of a service account that names topics. */
    static Optional<Caller> of(Optional<Bearer> bearer) {
        return bearer.filter(each -> each.actor().kind() == Actor.Kind.SERVICE)
                .filter(each -> each.scopes().stream().anyMatch(Scope::isOfAgents))
                .map(Caller::new);
    }

    String account() {
        return bearer.actor().id();
    }

    boolean mayDo(String topic) {
        return bearer.covers(Scope.agent(topic));
    }

    boolean reaches(Order order) {
        return mayDo(order.topic()) && bearer.reaches(order.product().value());
    }
}
