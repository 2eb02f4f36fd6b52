package dev.slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.IdentityFixture;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** There are the groups developers, qa and release-managers. */
class MissingGroupsTests {

    @EveryDatabase
    void areNamedWithTheRulesThatAskForThem(Database database) {
        var missing = new MissingGroups(
                library(
                        rule("Rule_One", "\"qa\"", "\"release-managers\""),
                        rule("Rule_Two", "\"board\"", ""),
                        rule("Rule_Three", "\"stakeholders\"", " \"board\" "),
                        rule("Rule_Four", "risk", "\"auditors\"")),
                IdentityFixture.on(database).people);

        assertThat(missing.now())
                .containsExactly(
                        new MissingGroups.Missing("auditors", List.of("Rule_Four")),
                        new MissingGroups.Missing("board", List.of("Rule_Two", "Rule_Three")));
    }

    private static Table.Rule rule(String name, String role, String escalateTo) {
        return new Table.Rule(1, name, "", List.of(), List.of(role, "1", escalateTo));
    }

    private static TableLibrary library(Table.Rule... rules) {
        var outputs = List.of(
                new Table.Output("Role", "role"),
                new Table.Output("Seats", "seats"),
                new Table.Output("Escalate to", "escalateTo"));
        var table = new Table("approval-rules", "Approval rules", "", "1", List.of(), outputs, List.of(rules));
        return new TableLibrary() {
            @Override
            public List<Table> current() {
                return List.of(table);
            }

            @Override
            public List<String> versions(String key) {
                return List.of("1");
            }

            @Override
            public Optional<Table> find(String key, String version) {
                return Optional.of(table);
            }

            @Override
            public List<Near> nearly(Table given, Map<String, Object> facts) {
                return List.of();
            }

            @Override
            public Reading read(String key, String file, byte[] content) {
                return new Reading.Flawed(List.of());
            }
        };
    }
}
