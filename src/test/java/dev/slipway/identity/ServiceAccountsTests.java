package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Registering.Forbidden;
import dev.slipway.identity.Registering.Refused;
import dev.slipway.identity.Registering.Registered;
import dev.slipway.journal.Actor;

class ServiceAccountsTests {

    private static final GroupId DEVELOPERS = new GroupId("developers");

    @EveryDatabase
    void areRegisteredByAnAdministrator(Database database) {
        var fixture = IdentityFixture.on(database);
        var account = new ServiceAccount("shop-ci", DEVELOPERS, true, IdentityFixture.NOW, Actor.person("root"));

        assertThat(fixture.signedIn("ada", () -> fixture.accounts.register("shop-ci", DEVELOPERS)))
                .isInstanceOf(Forbidden.class);
        assertThat(fixture.signedIn("root", () -> fixture.accounts.register("shop-ci", DEVELOPERS)))
                .isEqualTo(new Registered(account));
        assertThat(fixture.accounts.all()).containsExactly(account);
        assertThat(fixture.accounts.find("shop-ci")).contains(account);
        assertThat(database.published()).containsExactly(new IdentityEvent.AccountRegistered(account));
    }

    @EveryDatabase
    void refuseAWrongNameOrOwner(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.signedIn("root", () -> fixture.accounts.register("shop-ci", DEVELOPERS));

        assertThat(register(fixture, "Shop CI", DEVELOPERS).field()).isEqualTo("name");
        assertThat(register(fixture, "shop-ci", DEVELOPERS).reason()).contains("already");
        assertThat(register(fixture, "bank-ci", new GroupId("unheard-of")).field())
                .isEqualTo("owner");
    }

    @EveryDatabase
    void areSwitchedOffAndOnAndJournaledOnlyThen(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.signedIn("root", () -> fixture.accounts.register("shop-ci", DEVELOPERS));

        assertThat(fixture.signedIn("ada", () -> fixture.accounts.enable("shop-ci", false)))
                .isInstanceOf(Forbidden.class);
        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", false));
        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", false));
        assertThat(fixture.accounts.all()).extracting(ServiceAccount::enabled).containsExactly(false);
        fixture.signedIn("root", () -> fixture.accounts.enable("shop-ci", true));

        assertThat(database.published(IdentityEvent.AccountSwitched.class))
                .extracting(IdentityEvent.AccountSwitched::act)
                .containsExactly("identity.account-disabled", "identity.account-enabled");
    }

    private static Refused register(IdentityFixture fixture, String name, GroupId owner) {
        return (Refused) fixture.signedIn("root", () -> fixture.accounts.register(name, owner));
    }
}
