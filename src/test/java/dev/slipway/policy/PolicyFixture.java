package dev.slipway.policy;

import dev.slipway.Database;
import dev.slipway.identity.IdentityFixture;
import java.time.Clock;
import java.time.ZoneOffset;

/** The real facade of this module over a test's database, tables and people, for tests of any module. */
public final class PolicyFixture {

    public final InMemoryTables tables = new InMemoryTables();
    public final Policies policies;

    private PolicyFixture(Database database, IdentityFixture identity) {
        policies = new Policies(
                tables,
                identity.people,
                new EvaluationRows(database.jdbc()),
                database.events(),
                Clock.fixed(IdentityFixture.NOW, ZoneOffset.UTC));
    }

    public static PolicyFixture on(Database database, IdentityFixture identity) {
        return new PolicyFixture(database, identity);
    }

    public static PolicyFixture on(Database database) {
        return on(database, IdentityFixture.on(database));
    }
}
