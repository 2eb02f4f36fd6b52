package dev.slipway.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries every way from a decision table, a query or a filter into the JVM. */
class TablesAndQueriesReachNothingTests extends ReachTest {

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
}
