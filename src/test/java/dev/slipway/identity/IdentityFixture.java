package dev.slipway.identity;

import dev.slipway.Database;
import dev.slipway.journal.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The real facades of this module over a test's database and people, for tests of any module. */
public final class IdentityFixture {

    public static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");

    public final InMemoryDirectory directory = new InMemoryDirectory()
            .with("ada", "developers")
            .with("max", "qa", "release-managers")
            .with("root", "camunda-admin");
    public final Acting acting = new Acting();
    public final People people;
    public final Rights rights;
    public final ServiceAccounts accounts;
    public final Tokens tokens;
    public final Substitutes substitutes;

    private final Database database;
    private final Ticking clock = new Ticking();

    private IdentityFixture(Database database) {
        this.database = database;
        var jdbc = database.jdbc();
        var accountRows = new ServiceAccountRows(jdbc);
        people = new People(directory, new AliasRows(jdbc), database.events());
        rights = new Rights(new GrantRows(jdbc), people, accountRows, acting, database.events());
        accounts = new ServiceAccounts(accountRows, rights, people, acting, database.events(), clock);
        substitutes = new Substitutes(new SubstitutionRows(jdbc), people, rights, acting, database.events(), clock);
        tokens = new Tokens(new TokenRows(jdbc), accountRows, rights, people, acting, database.events(), clock);
    }

    public static IdentityFixture on(Database database) {
        return new IdentityFixture(database);
    }

    /** Runs the work as somebody who signed in with a password. */
    public <T> T signedIn(String person, Callable<T> work) {
        return authenticated(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()), work);
    }

    /** Runs the work as whoever came with this token. */
    public <T> T bearing(Bearer bearer, Callable<T> work) {
        return authenticated(UsernamePasswordAuthenticationToken.authenticated(bearer, null, List.of()), work);
    }

    public void grant(String product, String group, Act... acts) {
        database.transactions()
                .executeWithoutResult(status -> rights.replace(product, Map.of(new GroupId(group), Set.of(acts))));
    }

    void later(Duration duration) {
        clock.now = clock.now.plus(duration);
    }

    /** Issues a token to a person and signs in with it. */
    Bearer bearer(String person, TokenOrder order) {
        var issued = (Issuing.Issued) signedIn(person, () -> tokens.issue(order));
        return tokens.authenticate(issued.secret()).orElseThrow();
    }

    /** Registers a service account, issues a token to it and signs in with that. */
    Bearer account(String name, TokenOrder order) {
        return signedIn("root", () -> {
            accounts.register(name, new GroupId("developers"));
            var issued = (Issuing.Issued) tokens.issueTo(name, order);
            return tokens.authenticate(issued.secret()).orElseThrow();
        });
    }

    static Actor ada() {
        return Actor.person("ada");
    }

    private <T> T authenticated(UsernamePasswordAuthenticationToken authentication, Callable<T> work) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
