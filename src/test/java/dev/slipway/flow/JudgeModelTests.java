package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every flow and every strategy watches by the one part that judges, and shows that it calls it. */
class JudgeModelTests {

    /** So much of a call activity, above its lower border and to each side of its middle, is the sign that it calls something. */
    private static final double SIGN = 22;

    private static final double HALF_A_SIGN = 8;

    private static final Map<String, BpmnModelInstance> MODELS = ModelFiles.processes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy-blue-green",
                "deploy-canary",
                "deploy-flagged",
                "deploy-rolling",
                "show-feature",
                "roll-out-step",
                "devops-release",
                "hotfix",
                "traditional-release"
            })
    void judgesWhatItBringsToUsers(String name) {
        assertThat(judging(List.of(MODELS.get(name)))).isNotEmpty();
    }

    @Test
    void watchesInNoOtherWay() {
        MODELS.forEach((name, model) -> assertThat(model.getModelElementsByType(ServiceTask.class))
                .filteredOn(task -> List.of("watch", "analyse").contains(String.valueOf(task.getCamundaTopic())))
                .as(name)
                .hasSize(name.equals("judge") ? 1 : 0));
    }

    @Test
    void saysWhereForHowLongAndHowManyUsersHaveIt() {
        assertThat(judging(MODELS.values()))
                .allSatisfy(call -> assertThat(call.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaIn.class)
                                .list())
                        .as(call.getId())
                        .extracting(CamundaIn::getCamundaTarget)
                        .contains("releaseId", "environment", "share", "soak"));
    }

    @Test
    void coversNoSignOfACall() {
        MODELS.forEach((name, model) -> assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .filteredOn(event -> event.getAttachedTo() instanceof CallActivity)
                .as(name)
                .noneMatch(event -> covers(event.getDiagramElement().getBounds(), (BpmnShape)
                        event.getAttachedTo().getDiagramElement())));
    }

    private static boolean covers(Bounds event, BpmnShape call) {
        var place = call.getBounds();
        var middle = place.getX() + place.getWidth() / 2;
        var bottom = place.getY() + place.getHeight();
        return event.getX() < middle + HALF_A_SIGN
                && event.getX() + event.getWidth() > middle - HALF_A_SIGN
                && event.getY() < bottom
                && event.getY() + event.getHeight() > bottom - SIGN;
    }

    private static List<CallActivity> judging(Collection<BpmnModelInstance> models) {
        return models.stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .filter(call -> "judge".equals(call.getCalledElement()))
                .toList();
    }
}
