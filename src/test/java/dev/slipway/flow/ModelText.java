package dev.slipway.flow;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What stands in a model's elements, attributes and expressions. */
final class ModelText {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*\\(?");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "null", "true", "false");

    private ModelText() {}

    static List<DomElement> elements(BpmnModelInstance model) {
        var all = new ArrayList<DomElement>();
        collect(model.getDocument().getRootElement(), all);
        return all;
    }

    private static void collect(DomElement element, List<DomElement> all) {
        all.add(element);
        element.getChildElements().forEach(child -> collect(child, all));
    }

    static Optional<String> camunda(DomElement element, String attribute) {
        return Optional.ofNullable(element.getAttribute(BpmnModelConstants.CAMUNDA_NS, attribute));
    }

    /** The names in all expressions; a name that is called keeps its parenthesis, so that it is known nowhere. */
    static Set<String> names(BpmnModelInstance model) {
        var names = new HashSet<String>();
        var expressions = EXPRESSION.matcher(Bpmn.convertToString(model));
        while (expressions.find()) {
            var plain = LITERAL.matcher(expressions.group(1).replaceAll("&[a-z]+;", " "));
            NAME.matcher(plain.replaceAll(""))
                    .results()
                    .map(found -> found.group())
                    .forEach(names::add);
        }
        names.removeAll(OPERATORS);
        return names;
    }

    /** The names that an expression of the model can count on. */
    static Set<String> known(String name, BpmnModelInstance model, Collection<BpmnModelInstance> callers) {
        var known = new HashSet<>(StepWords.RESULTS);
        known.addAll(StepWords.FACTS);
        known.addAll(StepWords.DECISION_STEPS.keySet());
        known.add("execution.processBusinessKey");
        model.getModelElementsByType(CamundaOutputParameter.class)
                .forEach(output -> known.add(output.getCamundaName()));
        model.getModelElementsByType(CamundaOut.class).forEach(output -> known.add(output.getCamundaTarget()));
        elements(model)
                .forEach(element -> camunda(element, "errorMessageVariable").ifPresent(known::add));
        callers.stream()
                .flatMap(caller -> caller.getModelElementsByType(CallActivity.class).stream())
                .filter(call -> call.getCalledElement().equals(name))
                .map(ModelText::given)
                .reduce(ModelText::common)
                .ifPresent(known::addAll);
        return known;
    }

    private static Set<String> given(CallActivity call) {
        return call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(toSet());
    }

    /** What a node is given, by name. */
    static Map<String, String> inputs(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input ->
                        node.equals(input.getParentElement().getParentElement().getParentElement()))
                .collect(toMap(CamundaInputParameter::getCamundaName, CamundaInputParameter::getTextContent));
    }

    /** The texts that a model's steps and calls give under one name: the gates that it assesses, the purposes it asks approval for. */
    static Set<String> texts(BpmnModelInstance model, String... names) {
        var wanted = List.of(names);
        var inputs = model.getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> wanted.contains(input.getCamundaName()))
                .map(CamundaInputParameter::getTextContent);
        var given = model.getModelElementsByType(CamundaIn.class).stream()
                .filter(input -> input.getCamundaTarget() != null && wanted.contains(input.getCamundaTarget()))
                .map(CamundaIn::getCamundaSourceExpression)
                .filter(Objects::nonNull);
        return Stream.concat(inputs, given)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !EXPRESSION.matcher(text).find())
                .collect(toSet());
    }
}
