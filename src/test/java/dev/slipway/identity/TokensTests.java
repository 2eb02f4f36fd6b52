package dev.slipway.identity;

import static dev.slipway.identity.IdentityFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Issuing.Forbidden;
import dev.slipway.identity.Issuing.Issued;
import dev.slipway.identity.Issuing.Refused;
import dev.slipway.journal.Actor;
import java.time.Duration;
import java.util.Set;

class TokensTests {

    private static final Actor ADA = Actor.person("ada");
    private static final TokenOrder ORDER =
            new TokenOrder("laptop", Set.of("read", "open-release"), Set.of("shop"), NOW.plus(Duration.ofDays(30)));

    @EveryDatabase
    void showTheSecretOnceAndKeepItsDigestOnly(Database database) {
        var fixture = IdentityFixture.on(database);

        var issued = (Issued) fixture.signedIn("ada", () -> fixture.tokens.issue(ORDER));

        assertThat(issued.secret()).matches("slw_[A-Za-z0-9_-]{43}");
        assertThat(database.jdbc()
                        .sql("select digest from identity_token")
                        .query(String.class)
                        .single())
                .isEqualTo(TokenSecret.digest(issued.secret()))
                .hasSize(64);
        assertThat(fixture.tokens.of(ADA)).containsExactly(issued.token());
        assertThat(database.published())
                .singleElement()
                .satisfies(event -> assertThat(event.toString())
                        .doesNotContain(issued.secret())
                        .doesNotContain(TokenSecret.digest(issued.secret())));
    }

    @EveryDatabase
    void signTheirOwnerIn(Database database) {
        var fixture = IdentityFixture.on(database);
        var issued = (Issued) fixture.signedIn("ada", () -> fixture.tokens.issue(ORDER));

        assertThat(fixture.tokens.authenticate(issued.secret()))
                .contains(new Bearer(
                        ADA, issued.token().id(), Set.of(Scope.READ, Scope.of(Act.OPEN_RELEASE)), Set.of("shop")));
        assertThat(fixture.tokens.authenticate(issued.secret() + "x")).isEmpty();
        assertThat(fixture.tokens.authenticate("")).isEmpty();
        assertThat(fixture.tokens.authenticate("slw_")).isEmpty();
    }

    @EveryDatabase
    void areWorthlessOnceExpiredRevokedOrWithoutTheirOwner(Database database) {
        var fixture = IdentityFixture.on(database);
        var first = (Issued) fixture.signedIn("ada", () -> fixture.tokens.issue(ORDER));
        var second = (Issued) fixture.signedIn("ada", () -> fixture.tokens.issue(ORDER));

        assertThat(fixture.signedIn(
                        "max",
                        () -> fixture.tokens.revoke(
                                Actor.person("max"), first.token().id())))
                .isFalse();
        assertThat(fixture.signedIn(
                        "max", () -> fixture.tokens.revoke(ADA, first.token().id())))
                .isFalse();
        assertThat(fixture.signedIn(
                        "ada", () -> fixture.tokens.revoke(ADA, first.token().id())))
                .isTrue();
        assertThat(fixture.signedIn(
                        "ada", () -> fixture.tokens.revoke(ADA, first.token().id())))
                .isFalse();
        assertThat(fixture.tokens.authenticate(first.secret())).isEmpty();
        assertThat(fixture.tokens.of(ADA)).containsExactly(second.token());

        fixture.directory.without("ada");
        assertThat(fixture.tokens.authenticate(second.secret())).isEmpty();
        fixture.directory.with("ada");
        assertThat(fixture.tokens.authenticate(second.secret())).isPresent();
        fixture.later(Duration.ofDays(30));
        assertThat(fixture.tokens.authenticate(second.secret())).isEmpty();
    }

    @EveryDatabase
    void rememberTheirUseEveryFiveMinutes(Database database) {
        var fixture = IdentityFixture.on(database);
        var issued = (Issued) fixture.signedIn("ada", () -> fixture.tokens.issue(ORDER));

        fixture.tokens.authenticate(issued.secret());
        fixture.later(Duration.ofMinutes(4));
        fixture.tokens.authenticate(issued.secret());
        assertThat(fixture.tokens.of(ADA)).extracting(Token::lastUsedAt).containsExactly(NOW);

        fixture.later(Duration.ofMinutes(1));
        fixture.tokens.authenticate(issued.secret());
        assertThat(fixture.tokens.of(ADA))
                .extracting(Token::lastUsedAt)
                .containsExactly(NOW.plus(Duration.ofMinutes(5)));
    }

    @EveryDatabase
    void cannotBegetOrRevokeOthers(Database database) {
        var fixture = IdentityFixture.on(database);
        var first = fixture.bearer("ada", ORDER);
        var second = fixture.bearer("ada", ORDER);

        assertThat(fixture.bearing(first, () -> fixture.tokens.issue(ORDER))).isInstanceOf(Forbidden.class);
        assertThat(fixture.bearing(first, () -> fixture.tokens.revoke(ADA, second.token())))
                .isFalse();
        assertThat(fixture.bearing(first, () -> fixture.tokens.revoke(ADA, first.token())))
                .isTrue();
        assertThat(fixture.tokens.issue(ORDER)).as("nobody signed in").isInstanceOf(Forbidden.class);
    }

    @EveryDatabase
    void refuseAWrongOrderNamingEveryFlaw(Database database) {
        var fixture = IdentityFixture.on(database);
        var order = new TokenOrder(" ", Set.of("read", "fly"), Set.of("a b"), NOW.plus(Duration.ofDays(400)));

        var refused = (Refused) fixture.signedIn("ada", () -> fixture.tokens.issue(order));
        assertThat(refused.flaws())
                .extracting(Issuing.Flaw::field)
                .containsExactly("name", "scopes", "products", "expiresAt");
        assertThat(refused.flaws().get(1).reason()).contains("fly is no scope").contains("open-release");

        var past = new TokenOrder("x", Set.of(), Set.of(), NOW);
        assertThat(((Refused) fixture.signedIn("ada", () -> fixture.tokens.issue(past))).flaws())
                .extracting(Issuing.Flaw::field)
                .containsExactly("scopes", "expiresAt");
        assertThat(fixture.tokens.of(ADA)).isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void ofServiceAccountsAreIssuedByAdministratorsWhoSignedIn(Database database) {
        var fixture = IdentityFixture.on(database);
        var ci = fixture.account("shop-ci", ORDER);
        var root = fixture.bearer("root", ORDER);

        assertThat(ci.actor()).isEqualTo(Actor.service("shop-ci"));
        assertThat(fixture.signedIn("ada", () -> fixture.tokens.issueTo("shop-ci", ORDER)))
                .isInstanceOf(Forbidden.class);
        assertThat(fixture.bearing(root, () -> fixture.tokens.issueTo("shop-ci", ORDER)))
                .isInstanceOf(Forbidden.class);
        assertThat(fixture.signedIn("root", () -> fixture.tokens.issueTo("unheard-of", ORDER)))
                .isInstanceOf(Refused.class);
        assertThat(fixture.signedIn("root", () -> fixture.tokens.revoke(ci.actor(), ci.token())))
                .isTrue();
    }

    @EveryDatabase
    void ofADisabledServiceAccountAreWorthlessUntilItIsEnabled(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.account("shop-ci", ORDER);
        var issued = (Issued) fixture.signedIn("root", () -> fixture.tokens.issueTo("shop-ci", ORDER));

        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", false));
        assertThat(fixture.tokens.authenticate(issued.secret())).isEmpty();
        assertThat(fixture.signedIn("root", () -> fixture.tokens.issueTo("shop-ci", ORDER)))
                .isInstanceOf(Refused.class);

        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", true));
        assertThat(fixture.tokens.authenticate(issued.secret())).isPresent();
    }
}
