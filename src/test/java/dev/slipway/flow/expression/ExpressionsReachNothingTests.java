package dev.slipway.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.SlipwayTest;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tries every way from a model, a table or a query into the JVM. Models are deployed past the model library, which would refuse them. */
@SlipwayTest
class ExpressionsReachNothingTests {

    private static final Pattern REFUSED =
            Pattern.compile("cannot be reached|cannot be called|cannot be used in an expression"
                    + "|neither a variable nor a fact nor a step|Could not resolve function|are switched off");

    private static final String RUNTIME = "''.getClass().forName('java.lang.Runtime')";

    @Autowired
    ProcessEngine engine;

    private final String key = "p" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void reset() {
        Trace.TOUCHED.set(false);
    }

    @AfterEach
    void clean() {
        for (var deployment : engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(key)
                .list()) {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "juel|" + RUNTIME,
                "juel|${fact.class}",
                "juel|fact.touch()",
                "juel|variableContext.resolve('fact')",
                "juel|traceBean.touch()",
                "javascript|java.lang.Runtime",
                "groovy|Runtime.runtime",
                "feel|fact.touch()",
                "feel|fact.class.name",
                "feel|fact.name",
                "feel|variableContext.touch()",
                "feel|traceBean.touch()"
            })
    void aDecisionTableReachesNothing(String input) {
        var language = input.substring(0, input.indexOf('|'));
        var expression = input.substring(input.indexOf('|') + 1);
        try {
            assertThat(decide(language, expression)).isEmpty();
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat(Trace.TOUCHED).isFalse();
    }

    @Test
    void aDecisionTableSeesFacts() {
        assertThat(decide("feel", "risk")).hasSize(1);
        assertThat(decide("juel", "risk")).hasSize(1);
    }

    @Test
    void aQueryEvaluatesNoExpression() {
        var query = engine.getTaskService().createTaskQuery().taskAssigneeExpression("${" + RUNTIME + "}");
        assertThatThrownBy(query::list).hasMessageContaining("forbidden");
    }

    @Test
    void aFilterWithAnExpressionIsNotStored() {
        var filter = engine.getFilterService()
                .newTaskFilter(key)
                .setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter)).hasMessageContaining("forbidden");
    }

    private void refuses(UnaryOperatorOfStart shape) {
        assertRefused(() -> start(process(shape)));
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThat(catchThrowable(attempt))
                .isNotNull()
                .satisfies(refusal -> assertThat(trace(refusal)).containsPattern(REFUSED));
    }

    private static String trace(Throwable refusal) {
        var text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private List<Map<String, Object>> decide(String language, String input) {
        var dmn = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="%s" name="d"><decisionTable id="t" hitPolicy="COLLECT">
                <input id="i"><inputExpression id="e" typeRef="string" expressionLanguage="%s"><text>%s</text></inputExpression></input>
                <output id="o" name="o" typeRef="string"/>
                <rule id="r"><inputEntry id="ie"><text>not(null)</text></inputEntry><outputEntry id="oe"><text>"yes"</text></outputEntry></rule>
                </decisionTable></decision></definitions>""".formatted(key, language, input);
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addInputStream(key + ".dmn", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        try {
            DmnDecisionTableResult result = engine.getDecisionService()
                    .evaluateDecisionTableByKey(
                            key, Variables.putValue("fact", new Trace()).putValue("risk", "high"));
            return result.getResultList();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
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

    private BpmnModelInstance process(UnaryOperatorOfStart shape) {
        return shape.of(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent());
    }

    private ProcessInstance start(BpmnModelInstance model) {
        return start(Bpmn.convertToString(model));
    }

    private ProcessInstance start(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", model)
                .deploy();
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        key,
                        "r-1",
                        Variables.putValue("releaseId", "r-1")
                                .putValue("seats", 2)
                                .putValue(
                                        "trace",
                                        Variables.objectValue(new Trace(), true).create()));
    }

    private interface UnaryOperatorOfStart {
        BpmnModelInstance of(StartEventBuilder start);
    }
}
