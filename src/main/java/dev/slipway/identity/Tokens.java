package dev.slipway.identity;

import dev.slipway.identity.Issuing.Forbidden;
import dev.slipway.identity.Issuing.Issued;
import dev.slipway.identity.Issuing.Refused;
import dev.slipway.journal.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues, checks and revokes the tokens of people and service accounts. A token never does more than its owner may. */
@Service
public class Tokens {

    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(5);

    private final TokenRows rows;
    private final ServiceAccountRows accounts;
    private final Rights rights;
    private final People people;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tokens(
            TokenRows rows,
            ServiceAccountRows accounts,
            Rights rights,
            People people,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.rights = rights;
        this.people = people;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** Issues a token to the person who is acting. Only somebody who signed in may ask: no token begets another. */
    @Transactional
    public Issuing issue(TokenOrder order) {
        var owner = acting.now();
        return owner.isPerson() && acting.bearer().isEmpty()
                ? issue(owner, order)
                : new Forbidden(
                        "Only a person who signed in can get a token. Sign in, and create it on the tokens page.");
    }

    /** Issues a token to a service account; asked for by an administrator who signed in. */
    @Transactional
    public Issuing issueTo(String account, TokenOrder order) {
        if (!rights.administers()) {
            return new Forbidden("Only an administrator who signed in can create tokens of service accounts.");
        }
        return accounts.find(account).filter(ServiceAccount::enabled).isPresent()
                ? issue(Actor.service(account), order)
                : new Refused(
                        List.of(new Issuing.Flaw("account", "There is no enabled service account " + account + ".")));
    }

    /** Returns all tokens of this owner that were not revoked, newest first. */
    public List<Token> of(Actor owner) {
        return rows.of(owner);
    }

    /** Makes a token of this owner worthless, for good; answers whether there was one. Whoever came with a token can revoke that one only. */
    @Transactional
    public boolean revoke(Actor owner, long id) {
        if (acting.bearer().filter(bearer -> bearer.token() != id).isPresent() || !mayRevokeFor(owner)) {
            return false;
        }
        var revoked = rows.revoke(owner, id, clock.instant());
        if (revoked) {
            events.publishEvent(new IdentityEvent.TokenRevoked(owner, id));
        }
        return revoked;
    }

    /** Answers who comes with this secret; nobody where it is unknown, expired or revoked, or its owner is gone or disabled. */
    @Transactional
    public Optional<Bearer> authenticate(String secret) {
        if (!secret.startsWith(TokenSecret.PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var valid = rows.withDigest(TokenSecret.digest(secret))
                .filter(token -> token.revokedAt() == null && now.isBefore(token.expiresAt()))
                .filter(token -> isKnown(token.owner()));
        valid.filter(token -> token.lastUsedAt() == null
                        || !now.isBefore(token.lastUsedAt().plus(LAST_USED_PRECISION)))
                .ifPresent(token -> rows.used(token.id(), now, now.minus(LAST_USED_PRECISION)));
        return valid.map(token -> new Bearer(token.owner(), token.id(), token.scopes(), token.products()));
    }

    private Issuing issue(Actor owner, TokenOrder order) {
        var flaws = new TokenCheck(owner, clock.instant()).flaws(order);
        if (!flaws.isEmpty()) {
            return new Refused(flaws);
        }
        var secret = TokenSecret.random();
        var token = rows.insert(owner, order, TokenSecret.digest(secret), clock.instant());
        events.publishEvent(new IdentityEvent.TokenIssued(token));
        return new Issued(token, secret);
    }

    private boolean mayRevokeFor(Actor owner) {
        return owner.equals(acting.now()) || rights.administers();
    }

    private boolean isKnown(Actor owner) {
        return switch (owner.kind()) {
            case PERSON -> people.find(new PersonId(owner.id())).isPresent();
            case SERVICE ->
                accounts.find(owner.id()).filter(ServiceAccount::enabled).isPresent();
            case SYSTEM -> false;
        };
    }
}
