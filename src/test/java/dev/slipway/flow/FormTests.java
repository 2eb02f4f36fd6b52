package dev.slipway.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form keeps to, so that Tasklist can draw and complete it, and so that flows understand what it sends. */
class FormTests {

    private static final Map<String, JsonNode> FORMS = ModelFiles.forms();
    private static final Map<String, BpmnModelInstance> MODELS = ModelFiles.processes();

    /** Tasklist's form-js 1.8 fails on others, or cannot complete them. */
    private static final Set<String> DRAWABLE = Set.of(
            "text", "table", "separator", "group", "radio", "select", "checkbox", "textfield", "textarea", "number");

    private static final Set<String> FIELDS = Set.of("radio", "select", "checkbox", "textfield", "textarea", "number");

    private static final Pattern CHOICE = Pattern.compile("choice == '([^']*)'");

    static Stream<Arguments> forms() {
        return FORMS.entrySet().stream().map(form -> Arguments.of(form.getKey(), form.getValue()));
    }

    static Stream<Arguments> models() {
        return MODELS.entrySet().stream().map(model -> Arguments.of(model.getKey(), model.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isNamedAsItsFileAndCanBeDrawn(String name, JsonNode form) {
        assertThat(form.path("id").asText()).isEqualTo(name);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isLessThanOrEqualTo(16);
        assertThat(components(form))
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(DRAWABLE);
        assertThat(components(form))
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void labelsAndLimitsEveryField(String name, JsonNode form) {
        assertThat(fields(form)).isNotEmpty().allSatisfy(field -> {
            assertThat(field.path("key").asText()).matches("[a-z][A-Za-z]*");
            assertThat(field.path("label").asText()).isNotBlank();
            if (field.path("type").asText().startsWith("text")) {
                assertThat(field.path("validate").path("maxLength").asInt()).isBetween(1, 4000);
            }
        });
        assertThat(fields(form)).extracting(field -> field.path("key").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void writesNothingThatAStepWrites(String name, JsonNode form) {
        assertThat(fields(form))
                .extracting(field -> field.path("key").asText())
                .doesNotContainAnyElementsOf(StepWords.RESULTS)
                .doesNotContain("releaseId", "summary", "evidence", "environment", "share");
    }

    @Test
    void everyFormIsUsed() {
        var used = MODELS.values().stream()
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(toSet());
        assertThat(used).isEqualTo(FORMS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void offersEveryChoiceThatTheFlowFollows(String name, BpmnModelInstance model) {
        for (var step : model.getModelElementsByType(ServiceTask.class)) {
            if (ErrorPaths.word(step).equals("recordChoice")) {
                var field = ModelText.inputs(step).get("field");
                var offered = options(task(step), String.valueOf(field));
                assertThat(followed(step)).as(step.getId()).isNotEmpty().isSubsetOf(offered);
                assertThat(offered)
                        .as("one choice is the default")
                        .hasSize(followed(step).size() + 1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void asksForTheReportWhereItIsKeptAsEvidence(String name, BpmnModelInstance model) {
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var keys = fields(form(task)).stream()
                    .map(field -> field.path("key").asText())
                    .toList();
            assertThat(keys.contains("report"))
                    .as(task.getId())
                    .isEqualTo(ModelText.inputs(task).containsKey("evidence"));
        }
    }

    private static UserTask task(FlowNode step) {
        return (UserTask) step.getPreviousNodes().singleResult();
    }

    private static Set<String> followed(FlowNode step) {
        var gateway = (Gateway) step.getSucceedingNodes().singleResult();
        var choices = new HashSet<String>();
        gateway.getOutgoing().stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(ConditionExpression.class::isInstance)
                .forEach(condition -> CHOICE.matcher(condition.getTextContent())
                        .results()
                        .forEach(found -> choices.add(found.group(1))));
        return choices;
    }

    private static Set<String> options(UserTask task, String field) {
        return fields(form(task)).stream()
                .filter(component -> component.path("key").asText().equals(field))
                .flatMap(component -> stream(component.path("values")))
                .map(value -> value.path("value").asText())
                .collect(toSet());
    }

    private static JsonNode form(UserTask task) {
        return FORMS.getOrDefault(task.getCamundaFormRef(), MissingNode.getInstance());
    }

    private static List<JsonNode> fields(JsonNode form) {
        return components(form).stream()
                .filter(component -> FIELDS.contains(component.path("type").asText()))
                .toList();
    }

    private static List<JsonNode> components(JsonNode parent) {
        var all = new ArrayList<JsonNode>();
        stream(parent.path("components")).forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
