package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks for ways round an approval in the drawn flows: what can still be reached once every permitted way is taken out. */
class WaysToProductionTests {

    private static final String EMERGENCY = "${changeType == 'emergency'}";

    static Stream<Arguments> flows() {
        return Stream.of(
                Arguments.of(
                        "traditional-release",
                        "Event_ReleasePlanned",
                        "Activity_AskAdvisoryBoard",
                        "Activity_DeployByChecklist"),
                Arguments.of(
                        "devops-release",
                        "Event_CandidateArrived",
                        "Activity_ApproveProduction",
                        "Activity_DeployToProduction"),
                Arguments.of("hotfix", "Event_FixArrived", "Activity_ApproveProduction", "Activity_DeployToProduction"),
                Arguments.of(
                        "agile-release", "Event_SprintStarted", "Activity_ReviewSprint", "Activity_RollOutToQuarter"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void onlyAnEmergencyGetsToProductionWithoutAnApproval(
            String flow, String start, String approval, String production) {
        var model = model(flow);

        assertThat(reached(model, start, Set.of(approval), Set.of())).contains(production);
        assertThat(reached(model, start, Set.of(approval), Set.of(EMERGENCY))).doesNotContain(production);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void productionIsOnlyReachedByAnApprovalThatWasGiven(
            String flow, String start, String approval, String production) {
        assertThat(reached(model(flow), start, Set.of(), Set.of(EMERGENCY, approvedOnly())))
                .doesNotContain(production);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void noEmergencyIsReleasedWithoutItsReview(String flow, String start, String approval, String production) {
        var model = model(flow);

        assertThat(reached(model, production, Set.of("Activity_ReviewEmergency"), Set.of()))
                .contains("Activity_ConcludeReleased");
        assertThat(reached(
                        model, production, Set.of("Activity_ReviewEmergency"), Set.of("${changeType != 'emergency'}")))
                .doesNotContain("Activity_ConcludeReleased");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void everyReleaseIsClassifiedBeforeItsTypeIsAskedFor(
            String flow, String start, String approval, String production) {
        assertThat(reached(model(flow), start, Set.of("Activity_ClassifyChange"), Set.of()))
                .doesNotContain("Gateway_IsItAnEmergency", "Gateway_WasItAnEmergency");
    }

    private static BpmnModelInstance model(String flow) {
        return Objects.requireNonNull(ModelFiles.flows().get(flow));
    }

    private static String approvedOnly() {
        return "${approvalOutcome == 'approved'}";
    }

    /** What a token can get to from a node without passing the closed nodes and without taking flows with the closed conditions. */
    private static Set<String> reached(
            BpmnModelInstance model, String from, Set<String> closed, Set<String> conditions) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            var id = open.pop();
            if (reached.add(id) && !closed.contains(id)) {
                FlowNode node = model.getModelElementById(id);
                Stream.concat(
                                Stream.of(node),
                                model.getModelElementsByType(BoundaryEvent.class).stream()
                                        .filter(event -> event.getAttachedTo().equals(node)))
                        .flatMap(each -> each.getOutgoing().stream())
                        .filter(flow -> !conditions.contains(condition(flow)))
                        .forEach(flow -> open.push(flow.getTarget().getId()));
            }
        }
        return reached;
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }
}
