package dev.slipway.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries every way from a model into the JVM. */
class ExpressionsReachNothingTests extends ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''.getClass()",
                "''.class",
                RUNTIME,
                "releaseId.getClass()",
                "releaseId['class']",
                "releaseId.bytes",
                "releaseId.length()",
                "now().getClass()",
                "execution.getProcessEngineServices()",
                "execution.processEngineServices",
                "execution['processEngine']",
                "execution.class",
                "execution.setVariable('releaseId', 'other')",
                "execution.getVariable('trace')",
                "trace",
                "trace.touch()",
                "dataSource",
                "processEngine",
                "runtimeService",
                "traceBean",
                "dateTime()",
                "S('{}')",
                "JSON('{}')",
                "XML('<a/>')"
            })
    void aConditionInJuelReachesNothing(String expression) {
        assertThatThrownBy(() -> start(condition(null, "${" + expression + " != null}")))
                .isNotNull();
        assertThat(Trace.TOUCHED).isFalse();
    }

    @Test
    void aConditionInJuelSeesVariablesTheBusinessKeyAndWhatIsThere() {
        assertThat(passes(condition(null, "${releaseId == 'r-1' and seats > 1}")))
                .isTrue();
        assertThat(passes(condition(null, "${execution.processBusinessKey == 'r-1'}")))
                .isTrue();
        assertThat(passes(condition(null, "${execution.hasVariable('missing')}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution != null",
                "execution.processEngineServices != null",
                "execution.getProcessEngineServices() != null",
                "trace != null",
                "trace.touch()",
                "traceBean != null",
                "traceBean.touch()",
                "dataSource != null",
                "is defined(execution)",
                "is defined(traceBean)",
                "releaseId.getClass() != null",
                "releaseId.class != null",
                "variableScope != null",
                "context != null and context.getClass() != null"
            })
    void aConditionInFeelReachesNothing(String expression) {
        var passed = false;
        try {
            passed = passes(condition("feel", expression));
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat(passed).isFalse();
        assertThat(Trace.TOUCHED).isFalse();
    }

    @Test
    void aConditionInFeelSeesVariables() {
        assertThat(passes(condition("feel", "releaseId = \"r-1\" and seats > 1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "ecmascript", "groovy", "python", "ruby", "graal.js", "JUEL"})
    void noScriptLanguageButFeelIsThere(String language) {
        assertRefused(() -> start(condition(language, "true")));
        assertRefused(() -> start(process(start -> start.scriptTask()
                .scriptFormat(language)
                .scriptText("1")
                .receiveTask()
                .message("go on")
                .endEvent()
                .done())));
    }

    @Test
    void aStepIsResolvedAsADelegateButItsMethodsAreNot() {
        assertRefused(() -> start(delegating("${traceStep.touch()}")));
        assertRefused(() -> start(delegating("${traceBean}")));
        assertRefused(() -> start(delegating("${" + RUNTIME + "}")));
        assertThat(Trace.TOUCHED).isFalse();
        start(delegating("${traceStep}"));
        assertThat(Trace.TOUCHED).isTrue();
    }

    @Test
    void aTimerReachesNothing() {
        refuses(start -> start.intermediateCatchEvent()
                .timerWithDuration("${" + RUNTIME + "}")
                .endEvent()
                .done());
        refuses(start -> start.intermediateCatchEvent()
                .timerWithDate("${execution.processEngineServices}")
                .endEvent()
                .done());
    }

    @Test
    void aCallActivityReachesNothing() {
        refuses(start -> start.callActivity()
                .calledElement("${" + RUNTIME + "}")
                .endEvent()
                .done());
        refuses(start -> start.callActivity()
                .calledElement(key)
                .camundaInBusinessKey("${" + RUNTIME + "}")
                .endEvent()
                .done());
    }

    @Test
    void namesAndMappingsReachNothing() {
        refuses(start ->
                start.userTask().name("Sign off ${" + RUNTIME + "}").endEvent().done());
        refuses(start ->
                start.userTask().camundaAssignee("${traceBean.name}").endEvent().done());
        refuses(start -> start.userTask()
                .camundaCandidateGroups("${execution.processEngine}")
                .endEvent()
                .done());
        refuses(start -> start.userTask()
                .camundaInputParameter("x", "${" + RUNTIME + "}")
                .endEvent()
                .done());
        refuses(start ->
                start.userTask().camundaDueDate("${" + RUNTIME + "}").endEvent().done());
        refuses(start -> start.serviceTask()
                .camundaType("external")
                .camundaTopic("${" + RUNTIME + "}")
                .endEvent()
                .done());
        refuses(start -> start.serviceTask()
                .camundaExpression("${traceBean.touch()}")
                .endEvent()
                .done());
        assertThat(Trace.TOUCHED).isFalse();
    }

    @Test
    void aFormFieldReachesNothing() {
        var model = process(start -> start.camundaFormField()
                .camundaId("x")
                .camundaType("string")
                .camundaDefaultValue("${" + RUNTIME + "}")
                .camundaFormFieldDone()
                .endEvent()
                .done());
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addModelInstance(key + ".bpmn", model)
                .deploy();
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .singleResult();
        assertThatThrownBy(() -> engine.getFormService().getStartFormData(definition.getId()))
                .hasMessageContaining("forName");
    }

    private boolean passes(String model) {
        var process = start(model);
        return engine.getRuntimeService().getActiveActivityIds(process.getId()).contains("yes");
    }

    private String condition(@Nullable String language, String text) {
        var model = process(start -> start.exclusiveGateway("way")
                .sequenceFlowId("asked")
                .condition("asked", "${true}")
                .receiveTask("yes")
                .message("yes")
                .endEvent()
                .moveToNode("way")
                .sequenceFlowId("else")
                .receiveTask("no")
                .message("no")
                .endEvent()
                .done());
        model.getModelElementById("way").setAttributeValue("default", "else", false);
        var formal = language == null ? "" : " xsi:type=\"tFormalExpression\" language=\"" + language + "\"";
        return Bpmn.convertToString(model)
                .replaceFirst(
                        "<conditionExpression[^>]*>[^<]*<",
                        "<conditionExpression"
                                + Matcher.quoteReplacement(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + formal + "><![CDATA[" + text + "]]><"));
    }

    private BpmnModelInstance delegating(String expression) {
        return process(start -> start.serviceTask()
                .camundaDelegateExpression(expression)
                .receiveTask()
                .message("go on")
                .endEvent()
                .done());
    }
}
