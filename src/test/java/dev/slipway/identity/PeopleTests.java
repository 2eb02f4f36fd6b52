package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.List;
import java.util.Map;

class PeopleTests {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId MAX = new PersonId("max");

    @EveryDatabase
    void matchesAuthorsByAddressWithoutCase(Database database) {
        var people = IdentityFixture.on(database).people;

        var authors = people.authorsAmong(List.of(
                new GitIdentity("Ada L", "ADA@Example.org"),
                new GitIdentity("A. L.", "ada@example.org"),
                new GitIdentity("Eve", "eve@elsewhere.org"),
                new GitIdentity("Nobody", "")));

        assertThat(authors.people()).containsExactly(ADA);
        assertThat(authors.strangers()).extracting(GitIdentity::name).containsExactly("Eve", "Nobody");
        assertThat(people.authorsAmong(List.of())).isEqualTo(Authors.NONE);
    }

    @EveryDatabase
    void matchesAuthorsByAliasFirst(Database database) {
        var people = IdentityFixture.on(database).people;
        database.transactions().executeWithoutResult(status -> {
            people.alias(" 123+Ada@users.example.com ", MAX);
            people.alias("123+ada@users.example.com", ADA);
            people.alias("123+ada@users.example.com", ADA);
            people.alias("max@example.org", ADA);
        });

        var authors = people.authorsAmong(List.of(
                new GitIdentity("Ada", "123+ADA@users.example.com"), new GitIdentity("Max", "max@example.org")));

        assertThat(authors.people()).containsExactly(ADA);
        assertThat(authors.strangers()).isEmpty();
        assertThat(people.aliases()).isEqualTo(Map.of("123+ada@users.example.com", ADA, "max@example.org", ADA));
    }

    @EveryDatabase
    void tellsTheJournalAboutAnAliasWithTheAddressApart(Database database) {
        var people = IdentityFixture.on(database).people;
        database.transactions().executeWithoutResult(status -> {
            people.alias("Ada@home.org", ADA);
            people.alias("ada@home.org", ADA);
        });

        assertThat(database.published(IdentityEvent.AliasSet.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.facts().toString()).isEqualTo("{person=ada}");
                    assertThat(event.personal().toString()).isEqualTo("{email=ada@home.org}");
                });
    }
}
