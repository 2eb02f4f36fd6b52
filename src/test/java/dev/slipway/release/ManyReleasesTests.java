package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ProductKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

class ManyReleasesTests {

    private static final int MANY = 20_000;
    private static final Pattern INDEX_SORTED = Pattern.compile("index sorted");

    @EveryDatabase
    void readsEveryPageInTheOrderOfAnIndex(Database database) {
        fill(database);
        var fell = EnumSet.of(State.FAILED, State.ROLLED_BACK, State.REJECTED, State.CANCELLED, State.SUPERSEDED);

        assertThat(sortedByIndex(database, Set.of(), null)).isTrue();
        assertThat(sortedByIndex(database, EnumSet.of(State.RELEASED), null)).isTrue();
        assertThat(sortedByIndex(database, fell, null)).isTrue();
        assertThat(sortedByIndex(database, EnumSet.of(State.RELEASED), new ProductKey("p4")))
                .isTrue();
        assertThat(sortedByIndex(database, Set.of(), new ProductKey("p4"))).isTrue();
    }

    private static boolean sortedByIndex(Database database, Set<State> states, @Nullable ProductKey product) {
        var statement = ReleasePages.statement(new ReleaseQuery(states, product, "", null, 12), Long.MAX_VALUE);
        var plan = String.join(
                "\n",
                database.jdbc()
                        .sql("explain " + statement.sql())
                        .params(statement.parameters())
                        .query(String.class)
                        .list());
        return database.toString().equals("H2")
                ? INDEX_SORTED.matcher(plan).results().count() >= Math.max(1, states.size())
                : !plan.contains("Seq Scan") && plan.contains("Index Scan");
    }

    private static void fill(Database database) {
        var numbers = database.toString().equals("H2") ? "system_range(1, ?)" : "generate_series(1, ?)";
        database.jdbc().sql("""
                        insert into release_release (id, base, run, product, version, flow, state, requester, planned,
                            plan_version, candidate, opened_at, outcome)
                        select 'r-' || x, 'r-' || x, 1, 'p' || mod(x, 10), '1.' || x, 'f',
                            case when mod(x, 500) = 1 then 'PENDING' when mod(x, 7) = 2 then 'FAILED' else 'RELEASED' end,
                            'person:ada', true, 1, 1, current_timestamp, ''
                        from\s""" + numbers + " s(x)").param(MANY).update();
        database.jdbc().sql("analyze").update();
    }
}
