package dev.slipway.identity;

import dev.slipway.journal.Actor;
import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.Set;

/** Everything that changes who may do what; no event holds a secret. */
public sealed interface IdentityEvent extends Journaled {

    @Override
    default String chain() {
        return SYSTEM_CHAIN;
    }

    /** What a product's groups may do from now on. */
    record GrantsReplaced(String product, Map<GroupId, Set<Act>> before, Map<GroupId, Set<Act>> after)
            implements IdentityEvent {
        @Override
        public String act() {
            return "identity.grants-replaced";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("product", product, "before", before, "after", after);
        }
    }

    record TokenIssued(Token token) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.token-issued";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "token", token.id(),
                    "owner", token.owner(),
                    "name", token.name(),
                    "scopes", token.scopes(),
                    "products", token.products(),
                    "expiresAt", token.expiresAt());
        }
    }

    record TokenRevoked(Actor owner, long token) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.token-revoked";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("token", token, "owner", owner);
        }
    }

    record AccountRegistered(ServiceAccount account) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.account-registered";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("account", account.name(), "owner", account.owner());
        }
    }

    record AccountSwitched(String account, boolean enabled) implements IdentityEvent {
        @Override
        public String act() {
            return enabled ? "identity.account-enabled" : "identity.account-disabled";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("account", account);
        }
    }

    /** Commits with this address are this person's from now on. */
    record AliasSet(String email, PersonId person) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.alias-set";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("person", person);
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("email", email);
        }
    }

    /** Somebody decides in somebody else's stead, for a period. */
    record SubstituteNamed(Substitution substitution) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.substitute-named";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "substitution", substitution.id(),
                    "absent", substitution.absent(),
                    "substitute", substitution.substitute(),
                    "from", substitution.from(),
                    "until", substitution.until(),
                    "zone", substitution.zone().getId());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("reason", substitution.reason());
        }
    }

    /** A substitution was ended before its time. */
    record SubstitutionEnded(Substitution substitution) implements IdentityEvent {
        @Override
        public String act() {
            return "identity.substitution-ended";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "substitution", substitution.id(),
                    "absent", substitution.absent(),
                    "substitute", substitution.substitute());
        }
    }
}
