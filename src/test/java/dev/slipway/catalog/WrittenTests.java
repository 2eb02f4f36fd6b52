package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.Map;

class WrittenTests {

    @EveryDatabase
    void canBeAppliedAgainAndChangesNothing(Database database) {
        var node = ACatalog.on(database);
        node.apply(
                Yaml.ENVIRONMENTS,
                Yaml.PAYMENTS.replace("[mvn, -B, verify]", "[sh, -c, \"a\\nb: 'c' # d\", 'yes', '', '0755']"),
                Yaml.TARGET);

        var yaml = Written.yaml(node.current.now(), Map.of());

        assertThat(yaml).startsWith("---\napiVersion: slipway/v1\nkind: Environment\nkey: production\n");
        assertThat(node.changes(yaml)).isEmpty();
    }

    @EveryDatabase
    void isEmptyAtFirst(Database database) {
        assertThat(Written.yaml(ACatalog.on(database).current.now(), Map.of())).isEmpty();
    }
}
