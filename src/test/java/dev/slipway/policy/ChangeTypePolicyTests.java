package dev.slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.Map;

class ChangeTypePolicyTests {

    @EveryDatabase
    void takesTheTypeThatOutweighsTheOthers(Database database) {
        var fixture = PolicyFixture.on(database);

        fixture.tables.answering("change-type", Map.of("changeType", "standard"));
        assertThat(fixture.policies.changeType("shop-1", Map.of())).isEqualTo("standard");
        fixture.tables.answering("change-type", Map.of("changeType", "Normal"), Map.of("changeType", "standard"));
        assertThat(fixture.policies.changeType("shop-1", Map.of())).isEqualTo("normal");
        fixture.tables.answering(
                "change-type",
                Map.of("changeType", "emergency"),
                Map.of("changeType", "normal"),
                Map.of("changeType", "standard"));
        assertThat(fixture.policies.changeType("shop-1", Map.of())).isEqualTo("emergency");
        assertThat(fixture.policies.evaluations("shop-1")).hasSize(3);
    }

    @EveryDatabase
    void takesNothingElseForAType(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("change-type", Map.of("changeType", "urgent"));

        assertThatThrownBy(() -> fixture.policies.changeType("shop-1", Map.of()))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining("changeType = urgent")
                .hasMessageContaining("standard, normal or emergency");
        fixture.tables.answering("change-type");
        assertThatThrownBy(() -> fixture.policies.changeType("shop-1", Map.of()))
                .hasMessageContaining("no rule matches");
    }
}
