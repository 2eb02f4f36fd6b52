package dev.slipway.flow.library;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a model may be made of. Anything else, scripts, listeners, connectors and classes among it, is refused. */
final class Allowed {

    static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "collaboration",
            "participant",
            "laneSet",
            "lane",
            "flowNodeRef",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "receiveTask",
            "manualTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "incoming",
            "outgoing",
            "conditionExpression",
            "extensionElements",
            "documentation",
            "timerEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "message",
            "messageEventDefinition",
            "signal",
            "signalEventDefinition",
            "error",
            "errorEventDefinition",
            "escalation",
            "escalationEventDefinition",
            "compensateEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition",
            "conditionalEventDefinition",
            "condition",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue");

    static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "in",
            "out",
            "properties",
            "property",
            "failedJobRetryTimeCycle");

    static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "taskPriority",
            "delegateExpression",
            "type",
            "topic",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "formRef",
            "formRefBinding",
            "calledElementBinding",
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "collection",
            "elementVariable",
            "errorMessage",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "variableName",
            "variableEvents",
            "modelerTemplate",
            "modelerTemplateVersion",
            "diagramRelationId");

    /** What only draws or describes; the engine does not read it. It does read Activiti's namespace, which is why this is a list. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://camunda.org/schema/modeler/1.0",
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/2001/XMLSchema-instance");

    private Allowed() {}

    static boolean isDrawing(@Nullable String namespace) {
        return namespace != null && DRAWING.contains(namespace);
    }
}
