package dev.slipway.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.policy.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to, and that it answers what the flows ask. */
class PolicyModelTests {

    private static final Map<String, DmnModelInstance> POLICIES = ModelFiles.policies();

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "assess-risk", List.of("risk"),
            "approval-rules",
                    List.of("role", "seats", "due", "mandatory", "escalateAfter", "escalateTo", "remindEvery"),
            "change-type", List.of("changeType"),
            "choose-strategy", List.of("strategy"),
            "quality-gate", List.of("criterion", "measure", "comparison", "required"),
            "route-notification", List.of("who", "means"),
            "start-release", List.of("start", "flow", "kind"));

    static Stream<Arguments> policies() {
        return POLICIES.entrySet().stream().map(policy -> Arguments.of(policy.getKey(), policy.getValue()));
    }

    @Test
    void everyQuestionHasItsTable() {
        assertThat(POLICIES.keySet()).isEqualTo(ANSWERS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void isNamedAsItsFileAndSaysWhatItIsFor(String name, DmnModelInstance policy) {
        var decision = decision(policy);
        assertThat(decision.getId()).isEqualTo(name);
        assertThat(decision.getName()).isNotBlank();
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("1095");
        assertThat(decision.getVersionTag()).isEqualTo("1.0");
        assertThat(table(policy).getHitPolicy()).isEqualTo(HitPolicy.COLLECT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void looksAtFactsThatAreThereAndAnswersTheQuestion(String name, DmnModelInstance policy) {
        assertThat(table(policy).getInputs()).allSatisfy(input -> {
            assertThat(input.getLabel()).isNotBlank();
            var fact = Fact.of(input.getInputExpression().getText().getTextContent());
            assertThat(fact).hasValueSatisfying(known -> {
                assertThat(known.type().word())
                        .isEqualTo(input.getInputExpression().getTypeRef());
                assertThat(known.tables().isEmpty() || known.tables().contains(name))
                        .isTrue();
            });
        });
        assertThat(table(policy).getOutputs()).allSatisfy(output -> {
            assertThat(output.getLabel()).isNotBlank();
            assertThat(output.getTypeRef()).isIn("string", "integer", "boolean");
        });
        assertThat(table(policy).getOutputs()).extracting(Output::getName).isEqualTo(ANSWERS.get(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void saysWhyForEveryRule(String name, DmnModelInstance policy) {
        assertThat(table(policy).getRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getId()).matches("Rule_[A-Z][A-Za-z]+");
            assertThat(rule.getDescription().getTextContent()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void isDrawn(String name, DmnModelInstance policy) {
        var drawn = policy.getDocument().getRootElement().getChildElements().stream()
                .flatMap(section -> section.getChildElements().stream())
                .flatMap(diagram -> diagram.getChildElements().stream())
                .flatMap(shape -> Stream.ofNullable(shape.getAttribute("dmnElementRef")))
                .collect(toSet());
        assertThat(drawn)
                .contains(name)
                .hasSize(1 + 2 * table(policy).getInputs().size());
    }

    @Test
    void everyGateAndEveryPurposeThatAModelNamesHasARule() {
        assertThat(firstColumn("quality-gate")).containsAll(named("gate", "entryGate", "exitGate"));
        assertThat(firstColumn("approval-rules")).containsAll(named("purpose", "signOff"));
    }

    @Test
    void noRuleIsForAGateOrAPurposeThatNoModelNames() {
        assertThat(named("gate", "entryGate", "exitGate")).containsAll(firstColumn("quality-gate"));
        assertThat(named("purpose", "signOff")).containsAll(firstColumn("approval-rules"));
    }

    private static Set<String> named(String... inputs) {
        return ModelFiles.processes().values().stream()
                .flatMap((BpmnModelInstance model) -> ModelText.texts(model, inputs).stream())
                .collect(toSet());
    }

    private static Set<String> firstColumn(String policy) {
        return POLICIES.entrySet().stream()
                .filter(entry -> entry.getKey().equals(policy))
                .flatMap(entry -> table(entry.getValue()).getRules().stream())
                .map(rule -> List.copyOf(rule.getInputEntries()).get(0).getTextContent())
                .map(text -> text.strip().replace("\"", ""))
                .collect(toSet());
    }

    private static Decision decision(DmnModelInstance policy) {
        return List.copyOf(policy.getModelElementsByType(Decision.class)).get(0);
    }

    private static DecisionTable table(DmnModelInstance policy) {
        return List.copyOf(policy.getModelElementsByType(DecisionTable.class)).get(0);
    }
}
