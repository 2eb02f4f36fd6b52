package dev.slipway.identity;

import static dev.slipway.identity.Act.APPLY_CATALOG;
import static dev.slipway.identity.Act.HOLD_RELEASE;
import static dev.slipway.identity.Act.OPEN_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

class RightsTests {

    private static final Actor ADA = Actor.person("ada");

    @EveryDatabase
    void followTheGrantsOfOnesGroups(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.grant("shop", "developers", OPEN_RELEASE);
        var rights = fixture.rights;

        assertThat(rights.may(ADA, OPEN_RELEASE, "shop")).isTrue();
        assertThat(rights.may(ADA, HOLD_RELEASE, "shop")).isFalse();
        assertThat(rights.may(ADA, OPEN_RELEASE, "bank")).isFalse();
        assertThat(rights.may(Actor.person("max"), OPEN_RELEASE, "shop")).isFalse();
        assertThat(rights.may(Actor.person("nobody"), OPEN_RELEASE, "shop")).isFalse();

        fixture.directory.without("ada").with("ada", "qa");
        assertThat(rights.may(ADA, OPEN_RELEASE, "shop")).isFalse();
    }

    @EveryDatabase
    void includeThoseForEverything(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.grant(Rights.EVERYTHING, "developers", OPEN_RELEASE, APPLY_CATALOG);

        assertThat(fixture.rights.may(ADA, OPEN_RELEASE, "shop")).isTrue();
        assertThat(fixture.rights.may(ADA, APPLY_CATALOG, Rights.EVERYTHING)).isTrue();
    }

    @EveryDatabase
    void areUnlimitedForAdministratorsAndTheSystem(Database database) {
        var rights = IdentityFixture.on(database).rights;

        assertThat(rights.may(Actor.person("root"), HOLD_RELEASE, "shop")).isTrue();
        assertThat(rights.may(Actor.SYSTEM, HOLD_RELEASE, "shop")).isTrue();
    }

    @EveryDatabase
    void areReplacedWholeAndJournaledWhenTheyChange(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.grant("shop", "developers", OPEN_RELEASE, HOLD_RELEASE);
        fixture.grant("bank", "developers", OPEN_RELEASE);
        fixture.grant("shop", "qa", OPEN_RELEASE);
        fixture.grant("shop", "qa", OPEN_RELEASE);

        assertThat(fixture.rights.grants("shop")).isEqualTo(Map.of(new GroupId("qa"), Set.of(OPEN_RELEASE)));
        assertThat(fixture.rights.may(ADA, OPEN_RELEASE, "bank")).isTrue();
        assertThat(database.published(IdentityEvent.GrantsReplaced.class)).hasSize(3);
        assertThat(database.published(IdentityEvent.GrantsReplaced.class)
                        .get(2)
                        .facts()
                        .toString())
                .contains("before={developers=[OPEN_RELEASE, HOLD_RELEASE]}", "after={qa=[OPEN_RELEASE]}");
    }

    @EveryDatabase
    void areNarrowedByTheTokenAPersonCameWith(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.grant(Rights.EVERYTHING, "developers", OPEN_RELEASE, APPLY_CATALOG);
        var token = fixture.bearer("ada", order(Set.of("open-release", "hold-release"), Set.of("shop")));

        fixture.bearing(token, () -> {
            assertThat(fixture.rights.may(ADA, OPEN_RELEASE, "shop")).isTrue();
            assertThat(fixture.rights.may(ADA, OPEN_RELEASE, "bank"))
                    .as("not its product")
                    .isFalse();
            assertThat(fixture.rights.may(ADA, HOLD_RELEASE, "shop"))
                    .as("not its owner's")
                    .isFalse();
            assertThat(fixture.rights.may(ADA, APPLY_CATALOG, Rights.EVERYTHING))
                    .as("no scope")
                    .isFalse();
            return fixture.acting.as(
                    ADA,
                    () -> assertThat(fixture.rights.may(ADA, OPEN_RELEASE, "bank"))
                            .as("still the token's request")
                            .isFalse());
        });
    }

    @EveryDatabase
    void areThoseOfItsTokenForAServiceAccount(Database database) {
        var fixture = IdentityFixture.on(database);
        var ci = Actor.service("shop-ci");
        var token = fixture.account("shop-ci", order(Set.of("open-release"), Set.of("shop")));

        assertThat(fixture.rights.may(ci, OPEN_RELEASE, "shop"))
                .as("without its token")
                .isFalse();
        fixture.bearing(token, () -> {
            assertThat(fixture.rights.may(ci, OPEN_RELEASE, "shop")).isTrue();
            assertThat(fixture.rights.may(ci, OPEN_RELEASE, "bank")).isFalse();
            assertThat(fixture.rights.may(ci, HOLD_RELEASE, "shop")).isFalse();
            return assertThat(fixture.rights.may(Actor.service("other"), OPEN_RELEASE, "shop"))
                    .isFalse();
        });

        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", false));
        fixture.bearing(
                token,
                () -> assertThat(fixture.rights.may(ci, OPEN_RELEASE, "shop")).isFalse());
    }

    private static TokenOrder order(Set<String> scopes, Set<String> products) {
        return new TokenOrder("test", scopes, products, IdentityFixture.NOW.plus(Duration.ofDays(1)));
    }
}
