package dev.slipway.flow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.flow.expression.TestLanguages;
import dev.slipway.flow.identity.TestIdentity;
import dev.slipway.flow.library.Models;
import dev.slipway.flow.library.TestLibrary;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary.Near;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

class TableShelfTests {

    @EveryDatabase
    void knowsEveryVersionThatWasEverInForce(Database database) {
        var engine = TestEngine.on(database);
        var library = new TestLibrary(database, engine);
        var shelf = shelf(engine, library);
        library.deploy(files(Models.table("seats", "1.0", 1)));
        library.deploy(files(Models.table("seats", "1.1", 2)));

        assertThat(shelf.versions("seats")).containsExactly("1.1 (2)", "1.0 (1)");
        assertThat(shelf.versions("other")).isEmpty();
        assertThat(shelf.current()).singleElement().satisfies(table -> {
            assertThat(table.version()).isEqualTo("1.1 (2)");
            assertThat(table.rules()).extracting(Table.Rule::name).containsExactly("always", "r2");
        });
        assertThat(shelf.find("seats", "1.0 (1)").orElseThrow().rules().get(0).answers())
                .containsExactly("1");
        assertThat(shelf.find("seats", "1.0 (9)")).isEmpty();
        var table = shelf.find("seats", "1.0 (1)").orElseThrow();
        assertThat(shelf.nearly(table, Map.of("risk", "low")))
                .as("rules that one condition keeps from matching")
                .containsExactly(new Near(table.rules().get(1), 0));
        assertThat(shelf.nearly(table, Map.of("risk", "high"))).isEmpty();
        engine.close();
    }

    private static TableShelf shelf(ProcessEngine engine, TestLibrary library) {
        return new TableShelf(
                engine.getRepositoryService(),
                library.library(),
                TestIdentity.unrestricted(engine),
                TestLanguages.languages());
    }

    private static Map<String, String> files(String table) {
        return Map.of("flows/p.bpmn", Models.asking("p", "qa"), "policies/seats.dmn", table);
    }
}
