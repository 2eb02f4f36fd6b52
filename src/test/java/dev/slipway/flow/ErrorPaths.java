package dev.slipway.flow;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Follows BPMN errors from where they are raised to where they are caught, also out of the parts that a model calls. */
final class ErrorPaths {

    private final Map<String, BpmnModelInstance> models;

    ErrorPaths(Map<String, BpmnModelInstance> models) {
        this.models = models;
    }

    /** The codes that leave a model uncaught. */
    Set<String> escaping(BpmnModelInstance model) {
        return escaping(ModelFiles.process(model).getFlowElements());
    }

    /** The codes that an activity may raise. */
    Set<String> raised(Activity activity) {
        if (activity instanceof ServiceTask step) {
            return Optional.ofNullable(StepWords.ERRORS.get(word(step)))
                    .map(Set::of)
                    .orElse(Set.of());
        }
        if (activity instanceof CallActivity call) {
            return Optional.ofNullable(models.get(call.getCalledElement()))
                    .map(this::escaping)
                    .orElse(Set.of());
        }
        return activity instanceof SubProcess scope ? escaping(scope.getFlowElements()) : Set.of();
    }

    /** The codes that a boundary or start event catches; empty where it catches every code, absent where it catches no error. */
    static Optional<Set<String>> caught(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .findFirst()
                .map(ErrorPaths::codes);
    }

    /** The name by which a service task calls its step: the bean or the topic. */
    static String word(ServiceTask step) {
        var bean = step.getCamundaDelegateExpression();
        return bean == null ? String.valueOf(step.getCamundaTopic()) : bean.replaceAll("[${}]", "");
    }

    private Set<String> escaping(Collection<FlowElement> scope) {
        var codes = new HashSet<String>();
        var fromHandlers = new HashSet<String>();
        scope.stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .forEach(activity -> {
                    var handler = activity instanceof SubProcess sub && sub.triggeredByEvent();
                    (handler ? fromHandlers : codes).addAll(left(raised(activity), boundaries(activity)));
                });
        scope.stream()
                .filter(EndEvent.class::isInstance)
                .flatMap(end -> ((EndEvent) end).getEventDefinitions().stream())
                .filter(ErrorEventDefinition.class::isInstance)
                .forEach(thrown -> codes.addAll(codes(thrown)));
        var open = left(codes, handlers(scope));
        open.addAll(fromHandlers);
        return open;
    }

    private static Stream<CatchEvent> boundaries(Activity activity) {
        return activity.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> activity.equals(event.getAttachedTo()))
                .map(CatchEvent.class::cast);
    }

    private static Stream<CatchEvent> handlers(Collection<FlowElement> scope) {
        return scope.stream()
                .filter(element -> element instanceof SubProcess sub && sub.triggeredByEvent())
                .flatMap(sub -> ((SubProcess) sub).getFlowElements().stream())
                .filter(StartEvent.class::isInstance)
                .map(CatchEvent.class::cast);
    }

    private static Set<String> left(Set<String> codes, Stream<CatchEvent> catching) {
        var open = new HashSet<>(codes);
        catching.flatMap(event -> caught(event).stream())
                .forEach(caught -> open.removeIf(code -> caught.isEmpty() || caught.contains(code)));
        return open;
    }

    private static Set<String> codes(EventDefinition definition) {
        return Stream.ofNullable(((ErrorEventDefinition) definition).getError())
                .map(Error::getErrorCode)
                .collect(toSet());
    }
}
