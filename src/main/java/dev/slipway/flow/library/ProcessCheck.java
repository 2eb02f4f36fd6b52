package dev.slipway.flow.library;

import dev.slipway.flow.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks one BPMN file. */
final class ProcessCheck {

    private static final Set<String> FEEL = Set.of("feel", "FEEL");

    private final String file;
    private final ModelNames names;
    private final ExpressionCheck expressions;
    private final List<ModelFlaw> flaws = new ArrayList<>();

    ProcessCheck(String file, ModelNames names, Vocabulary vocabulary) {
        this.file = file;
        this.names = names;
        this.expressions = new ExpressionCheck(vocabulary);
    }

    List<ModelFlaw> of(Document document) {
        for (var element : Xml.tree(document.getDocumentElement())) {
            if (Xml.BPMN.equals(element.getNamespaceURI())) {
                standard(element);
            } else if (Xml.CAMUNDA.equals(element.getNamespaceURI())) {
                extension(element);
            } else if (!Allowed.isDrawing(element.getNamespaceURI())) {
                flaw(element, "elements of " + element.getNamespaceURI() + " cannot be used");
            }
        }
        var id = ModelNames.id(file);
        var processes = document.getElementsByTagNameNS(Xml.BPMN, "process");
        for (var index = 0; index < processes.getLength(); index++) {
            if (processes.item(index) instanceof Element process && !id.equals(process.getAttribute("id"))) {
                flaw(process, "a file holds one process, whose id is the file's name, " + id);
            }
        }
        return flaws;
    }

    private void standard(Element element) {
        var kind = element.getLocalName();
        if (!Allowed.ELEMENTS.contains(kind)) {
            flaw(element, "a " + kind + " cannot be used");
            return;
        }
        attributes(element);
        switch (kind) {
            case "serviceTask" -> serviceTask(element);
            case "callActivity" -> callActivity(element);
            case "userTask" -> userTask(element);
            case "conditionExpression", "condition" -> condition(element);
            default -> {
                if (!kind.equals("documentation") && !kind.equals("text")) {
                    expression(element, Xml.text(element));
                }
            }
        }
    }

    private void attributes(Element element) {
        for (var attribute : Xml.attributes(element)) {
            if (Xml.CAMUNDA.equals(attribute.getNamespaceURI())) {
                if (!Allowed.CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName())) {
                    flaw(element, "camunda:" + attribute.getLocalName() + " cannot be used");
                } else if (!attribute.getLocalName().equals("delegateExpression")) {
                    expression(element, attribute.getValue());
                }
            } else if (attribute.getNamespaceURI() == null) {
                expression(element, attribute.getValue());
            } else if (!Allowed.isDrawing(attribute.getNamespaceURI())) {
                flaw(element, "attributes of " + attribute.getNamespaceURI() + " cannot be used");
            }
        }
    }

    private void extension(Element element) {
        if (!Allowed.CAMUNDA_ELEMENTS.contains(element.getLocalName())) {
            flaw(element, "camunda:" + element.getLocalName() + " cannot be used");
            return;
        }
        if (element.hasAttribute("variables")) {
            flaw(element, "variables are handed over one by one, not all at once");
        }
        for (var attribute : Xml.attributes(element)) {
            expression(element, attribute.getValue());
        }
        expression(element, Xml.text(element));
    }

    private void serviceTask(Element element) {
        var step = element.getAttributeNS(Xml.CAMUNDA, "delegateExpression");
        var type = element.getAttributeNS(Xml.CAMUNDA, "type");
        if (!step.isEmpty() && type.isEmpty()) {
            expressions.stepFlaws(step).forEach(reason -> flaw(element, reason));
            return;
        }
        if (!step.isEmpty() || !type.equals("external")) {
            flaw(element, "a service task has a delegate expression, or the type external and a topic");
            return;
        }
        var topic = element.getAttributeNS(Xml.CAMUNDA, "topic");
        if (!names.isTopic(topic)) {
            flaw(element, "nobody does the work of topic '" + topic + "'");
        }
    }

    private void callActivity(Element element) {
        var called = element.getAttribute("calledElement");
        if (!names.isProcess(called)) {
            flaw(element, "there is no process '" + called + "'");
        }
        if (!"deployment".equals(element.getAttributeNS(Xml.CAMUNDA, "calledElementBinding"))) {
            flaw(
                    element,
                    "the binding of a called process is deployment, so that a release keeps what it started with");
        }
    }

    private void userTask(Element element) {
        var form = element.getAttributeNS(Xml.CAMUNDA, "formRef");
        if (form.isEmpty()) {
            return;
        }
        if (!names.isForm(form)) {
            flaw(element, "there is no form '" + form + "'");
        }
        if (!"deployment".equals(element.getAttributeNS(Xml.CAMUNDA, "formRefBinding"))) {
            flaw(element, "the binding of a form is deployment, so that a release keeps what it started with");
        }
    }

    private void condition(Element element) {
        var language = element.getAttribute("language");
        var text = Xml.text(element);
        if (element.hasAttributeNS(Xml.CAMUNDA, "resource")) {
            return;
        }
        if (language.isEmpty()) {
            expression(element, text);
        } else if (FEEL.contains(language)) {
            Feel.flaw(text).ifPresent(reason -> flaw(element, reason));
        } else {
            flaw(element, "a condition is an expression or FEEL, and not " + language);
        }
    }

    private void expression(Element element, String text) {
        expressions.flaws(text).forEach(reason -> flaw(element, reason));
    }

    private void flaw(Element element, String reason) {
        flaws.add(new ModelFlaw(file, Xml.line(element), Xml.place(element), reason));
    }
}
