package dev.slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.policy.PolicyFault.Code;
import java.util.Map;
import java.util.function.Supplier;

class PolicyFaultTests {

    @EveryDatabase
    void faultWhereTheAnswerIsNotWhatWasAsked(Database database) {
        var fixture = PolicyFixture.on(database);
        var policies = fixture.policies;

        assertRisk(fixture, Code.UNKNOWN_RISK, Map.of("risk", "extreme"));
        assertRisk(fixture, Code.OUTPUT_MISSING, Map.of("risiko", "high"));
        assertApproval(fixture, Code.NOT_A_NUMBER, approval("qa", "many", "PT4H"));
        assertApproval(fixture, Code.NOT_A_NUMBER, approval("qa", 1.5, "PT4H"));
        assertApproval(fixture, Code.NOT_A_NUMBER, approval("qa", -1, "PT4H"));
        assertApproval(fixture, Code.NOT_A_NUMBER, approval("qa", "1E9", "PT4H"));
        assertApproval(fixture, Code.NOT_A_DURATION, approval("qa", 1, "4 hours"));
        assertApproval(fixture, Code.NOT_A_DURATION, approval("qa", 1, "PT0S"));
        assertApproval(fixture, Code.UNKNOWN_GROUP, approval("quality", 1, "PT4H"));
        assertApproval(fixture, Code.OUTPUT_MISSING, Map.of("seats", 1, "due", "PT4H"));
        assertApproval(
                fixture, Code.NOT_YES_OR_NO, Map.of("role", "qa", "seats", 1, "due", "PT4H", "mandatory", "perhaps"));
        assertApproval(
                fixture, Code.UNKNOWN_GROUP, Map.of("role", "qa", "seats", 1, "due", "PT4H", "escalateTo", "nobody"));
        assertApproval(
                fixture, Code.NOT_A_DURATION, Map.of("role", "qa", "seats", 1, "due", "PT4H", "remindEvery", "often"));
        assertGate(fixture, Code.UNKNOWN_COMPARISON, criterion("Tests", "junit.tests", "<", 1));
        assertGate(fixture, Code.NOT_A_NUMBER, criterion("Tests", "junit.tests", ">=", "some"));
        assertGate(fixture, Code.OUTPUT_MISSING, criterion("Tests", "junit.tests", "=", ""));
        fixture.tables.answering("quality-gate");
        assertThat(fault(() -> policies.gate("shop-1", Map.of("gate", "qa"))).code())
                .isEqualTo(Code.NO_RULE);

        assertThat(policies.evaluations("shop-1")).isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void nameTableRuleAndCureInAFault(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("assess-risk", Map.of("risk", "low"), Map.of("risk", "extreme"));

        assertThatExceptionOfType(PolicyFault.class)
                .isThrownBy(() -> fixture.policies.risk("shop-1", Map.of()))
                .withMessage("SLIP-POLICY-03: Table assess-risk, rule rule-2 answers risk = extreme."
                        + " Let it answer risk with low, medium or high.");
    }

    private static void assertRisk(PolicyFixture fixture, Code code, Map<String, Object> row) {
        fixture.tables.answering("assess-risk", row);
        assertThat(fault(() -> fixture.policies.risk("shop-1", Map.of())).code())
                .isEqualTo(code);
    }

    private static void assertApproval(PolicyFixture fixture, Code code, Map<String, Object> row) {
        fixture.tables.answering("approval-rules", row);
        assertThat(fault(() -> fixture.policies.approvals("shop-1", Map.of())).code())
                .isEqualTo(code);
    }

    private static void assertGate(PolicyFixture fixture, Code code, Map<String, Object> row) {
        fixture.tables.answering("quality-gate", row);
        assertThat(fault(() -> fixture.policies.gate("shop-1", Map.of())).code())
                .isEqualTo(code);
    }

    static PolicyFault fault(Supplier<?> question) {
        return catchThrowableOfType(PolicyFault.class, question::get);
    }

    private static Map<String, Object> approval(String role, Object seats, String due) {
        return Map.of("role", role, "seats", seats, "due", due);
    }

    private static Map<String, Object> criterion(String name, String measure, String comparison, Object required) {
        return Map.of("criterion", name, "measure", measure, "comparison", comparison, "required", required);
    }
}
