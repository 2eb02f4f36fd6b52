package dev.slipway.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every flow and every part keeps to, looked up in the models alone. */
class ProcessModelTests {

    private static final Map<String, BpmnModelInstance> MODELS = ModelFiles.processes();

    /** Parts that no flow calls, because what they are for happens when no flow is there. */
    private static final Set<String> STARTED_BY_SLIPWAY = Set.of("put-right");

    static Stream<Arguments> models() {
        return MODELS.entrySet().stream().map(model -> Arguments.of(model.getKey(), model.getValue()));
    }

    @Test
    void theFlowsAndThePartsTheyShareAreThere() {
        assertThat(ModelFiles.flows())
                .containsOnlyKeys(
                        "agile-release",
                        "devops-release",
                        "traditional-release",
                        "rollback-drill",
                        "take-back",
                        "hotfix");
        assertThat(ModelFiles.parts()).containsKeys("approval", "deploy", "roll-back");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isNamedAsItsFileAndSaysWhatItIsFor(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(Process.class)).hasSize(1);
        var process = ModelFiles.process(model);
        assertThat(process.getId()).isEqualTo(name).matches("[a-z]+(-[a-z]+)*");
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).isNotEmpty();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("1095");
        assertThat(process.getCamundaVersionTag()).isEqualTo("1.0");
        assertThat(process.isCamundaStartableInTasklist()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void namesEveryElement(String name, BpmnModelInstance model) {
        for (var element : all(model, FlowElement.class)) {
            var prefix = element instanceof SequenceFlow
                    ? "Flow"
                    : element instanceof Gateway ? "Gateway" : element instanceof Activity ? "Activity" : "Event";
            assertThat(element.getId()).matches(prefix + "(_[A-Z][A-Za-z]+)+");
        }
        assertThat(all(model, FlowNode.class))
                .filteredOn(
                        node -> !(node instanceof Gateway) || node.getOutgoing().size() > 1)
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void asksAQuestionAtEveryForkAndNamesEveryAnswer(String name, BpmnModelInstance model) {
        for (var fork : all(model, ExclusiveGateway.class)) {
            var answers = fork.getOutgoing();
            if (answers.size() > 1) {
                assertThat(fork.getName()).endsWith("?");
                assertThat(fork.getDefault()).as("default of " + fork.getId()).isIn(answers);
                assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer.getName()).as(answer.getId()).isNotBlank();
                    assertThat(answer.getConditionExpression() == null)
                            .as(answer.getId() + " has a condition or is the default")
                            .isEqualTo(answer.equals(fork.getDefault()));
                });
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void drawsEveryElement(String name, BpmnModelInstance model) {
        assertThat(all(model, FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(all(model, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getDiagramElement().getWaypoints())
                        .as(flow.getId())
                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void bringsNoCodeOfItsOwn(String name, BpmnModelInstance model) {
        var forbidden = Set.of("script", "scriptTask", "executionListener", "taskListener", "connector", "field");
        for (var element : ModelText.elements(model)) {
            assertThat(element.getLocalName()).isNotIn(forbidden);
            for (var attribute : List.of("class", "expression", "resource", "variableMappingClass")) {
                assertThat(ModelText.camunda(element, attribute))
                        .as(attribute + " in " + element.getLocalName())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void usesOnlyStepsThatAreThereAndGivesThemWhatTheyNeed(String name, BpmnModelInstance model) {
        for (var step : all(model, ServiceTask.class)) {
            var word = ErrorPaths.word(step);
            assertThat(step.getAttributeValueNs(CAMUNDA_NS, "modelerTemplate"))
                    .as("the element template of " + step.getId())
                    .isEqualTo("slipway-" + word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            if (step.getCamundaDelegateExpression() == null) {
                assertThat(step.getCamundaType()).as(step.getId()).isEqualTo("external");
                assertThat(StepWords.WORK_STEPS).containsKey(word);
                assertThat(ModelText.inputs(step).keySet())
                        .containsAll(StepWords.WORK_STEPS.getOrDefault(word, Set.of()));
            } else {
                assertThat(StepWords.DECISION_STEPS).containsKey(word);
                assertThat(ModelText.inputs(step).keySet())
                        .containsAll(StepWords.DECISION_STEPS.getOrDefault(word, Set.of()));
                assertThat(step.isCamundaAsyncBefore()).as(step.getId()).isTrue();
                assertThat(retries(step)).as(step.getId()).isEqualTo("R3/PT10S");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void callsOnlyPartsOfItsOwnDeployment(String name, BpmnModelInstance model) {
        for (var call : all(model, CallActivity.class)) {
            assertThat(ModelFiles.parts()).containsKey(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            var given = extensions(call, CamundaIn.class);
            assertThat(given).extracting(CamundaIn::getCamundaBusinessKey).contains("#{execution.processBusinessKey}");
            assertThat(given).extracting(CamundaIn::getCamundaTarget).contains("releaseId");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void asksPeopleWithAFormAndSaysWhom(String name, BpmnModelInstance model) {
        for (var task : all(model, UserTask.class)) {
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
            assertThat(ModelFiles.forms()).containsKey(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            if (task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics seats) {
                assertThat(seats.isCamundaAsyncAfter()).as(task.getId()).isTrue();
                assertThat(ModelText.inputs(task).keySet())
                        .as("kept apart by seat")
                        .contains("decision", "comment");
            } else {
                assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isTrue();
                assertThat(task.getCamundaCandidateGroupsList())
                        .as(task.getId())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void setsTasksApartOnlyFromTasksThatAreThere(String name, BpmnModelInstance model) {
        var tasks = all(model, UserTask.class).stream().map(UserTask::getId).toList();
        assertThat(model.getModelElementsByType(CamundaProperty.class)).allSatisfy(property -> {
            assertThat(property.getCamundaName()).isIn("differentFrom", "impartial");
            if (property.getCamundaName().equals("impartial")) {
                assertThat(property.getCamundaValue()).isEqualTo("true");
            } else {
                assertThat(property.getCamundaValue()).isIn(tasks);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void catchesEveryErrorOrPassesItOn(String name, BpmnModelInstance model) {
        var errors = new ErrorPaths(MODELS);
        assertThat(errors.escaping(model))
                .as("errors that leave " + name)
                .isSubsetOf(ModelFiles.flows().containsKey(name) ? Set.of() : StepWords.ERRORS_OF_PARTS);
        for (var boundary : all(model, BoundaryEvent.class)) {
            ErrorPaths.caught(boundary)
                    .ifPresent(codes -> assertThat(errors.raised(boundary.getAttachedTo()))
                            .as("what " + boundary.getId() + " waits for")
                            .containsAll(codes));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void namesInExpressionsOnlyWhatIsThere(String name, BpmnModelInstance model) {
        assertThat(ModelText.names(model)).isSubsetOf(ModelText.known(name, model, MODELS.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void waitsOnlyForMessagesThatAreSent(String name, BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .isSubsetOf(StepWords.MESSAGES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void joinsBranchesInAJobOfItsOwn(String name, BpmnModelInstance model) {
        assertThat(all(model, ParallelGateway.class))
                .filteredOn(gateway -> gateway.getIncoming().size() > 1)
                .allSatisfy(join -> assertThat(join.isCamundaAsyncBefore()).isTrue());
    }

    @Test
    void everyFlowStartsInAJobOfItsOwnAndCanBeCancelled() {
        assertThat(ModelFiles.flows().values()).allSatisfy(flow -> {
            var starts = all(flow, StartEvent.class);
            assertThat(starts)
                    .filteredOn(start -> start.getEventDefinitions().isEmpty())
                    .filteredOn(start -> start.getParentElement() instanceof Process)
                    .singleElement()
                    .satisfies(start -> assertThat(start.isCamundaAsyncBefore()).isTrue());
            assertThat(flow.getModelElementsByType(Message.class))
                    .extracting(Message::getName)
                    .contains("cancel-release");
        });
    }

    @Test
    void everyPartIsCalled() {
        var called = MODELS.values().stream()
                .flatMap(model -> all(model, CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(toSet());
        called.addAll(STARTED_BY_SLIPWAY);
        assertThat(called).isEqualTo(ModelFiles.parts().keySet());
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static <T extends ModelElementInstance> Collection<T> extensions(FlowNode node, Class<T> type) {
        var elements = node.getExtensionElements();
        return elements == null
                ? List.of()
                : elements.getElementsQuery().filterByType(type).list();
    }

    private static String retries(FlowNode node) {
        return extensions(node, CamundaFailedJobRetryTimeCycle.class).stream()
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse("");
    }
}
