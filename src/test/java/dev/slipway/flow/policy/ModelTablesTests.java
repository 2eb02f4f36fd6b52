package dev.slipway.flow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.flow.expression.TestLanguages;
import dev.slipway.flow.identity.TestIdentity;
import dev.slipway.flow.library.Models;
import dev.slipway.flow.library.TestLibrary;
import java.util.List;
import java.util.Map;

class ModelTablesTests {

    @EveryDatabase
    void asksTheTableThatCameWithTheFlowOfTheRelease(Database database) {
        var engine = TestEngine.on(database);
        var library = new TestLibrary(database, engine);
        var tables = new ModelTables(
                engine.getRepositoryService(),
                library.followed(),
                TestIdentity.unrestricted(engine),
                TestLanguages.languages());

        assertThatThrownBy(() -> tables.decide("r-1", "seats", Map.of())).hasMessageContaining("SLIP-1002");
        library.deploy(Map.of(
                "flows/p.bpmn", Models.asking("p", "qa"), "policies/seats.dmn", Models.table("seats", "1.0", 1)));
        engine.getRuntimeService().startProcessInstanceByKey("p", "r-1");
        library.deploy(Map.of(
                "flows/p.bpmn", Models.asking("p", "qa"), "policies/seats.dmn", Models.table("seats", "1.1", 2)));

        var started = tables.decide("r-1", "seats", Map.of("risk", "high"));
        assertThat(started.version()).isEqualTo("1.0 (1)");
        assertThat(started.rules()).containsExactly("always", "r2");
        assertThat(started.outputs()).isEqualTo(List.of(Map.of("seats", 1), Map.of("seats", 9)));

        var planned = tables.decide("r-2", "seats", Map.of("risk", "low"));
        assertThat(planned.version()).isEqualTo("1.1 (2)");
        assertThat(planned.outputs()).isEqualTo(List.of(Map.of("seats", 2)));

        assertThatThrownBy(() -> tables.decide("r-1", "missing", Map.of()))
                .hasMessageContaining("SLIP-1003")
                .hasMessageContaining("policies/missing.dmn");
        engine.close();
    }
}
