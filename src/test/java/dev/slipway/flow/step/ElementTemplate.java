package dev.slipway.flow.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The element template by which Camunda Modeler offers a step. */
final class ElementTemplate {

    private ElementTemplate() {}

    static String of(DeclaredStep declared) {
        var step = declared.step();
        var template = new LinkedHashMap<String, Object>();
        template.put("name", step.label());
        template.put("id", "slipway-" + step.name());
        template.put("description", step.description());
        template.put("appliesTo", List.of("bpmn:Task", "bpmn:ServiceTask"));
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put("properties", properties(declared));
        return json(template);
    }

    private static List<Object> properties(DeclaredStep declared) {
        var properties = new ArrayList<Object>();
        if (declared.isWork()) {
            properties.add(hidden("camunda:type", "external"));
            properties.add(hidden("camunda:topic", declared.name()));
        } else {
            properties.add(hidden("camunda:delegateExpression", "${" + declared.bean() + "}"));
            properties.add(hidden("camunda:asyncBefore", true));
            properties.add(hidden("camunda:failedJobRetryTimeCycle", "R3/PT10S"));
        }
        Arrays.stream(declared.step().inputs()).map(ElementTemplate::input).forEach(properties::add);
        return properties;
    }

    private static Map<String, Object> hidden(String name, Object value) {
        var property = new LinkedHashMap<String, Object>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", binding("property", name));
        return property;
    }

    private static Map<String, Object> input(Step.Input input) {
        var property = new LinkedHashMap<String, Object>();
        property.put("label", input.label());
        property.put("description", input.description());
        property.put("type", input.choices().length == 0 ? "String" : "Dropdown");
        if (input.choices().length > 0) {
            property.put(
                    "choices",
                    Arrays.stream(input.choices()).map(ElementTemplate::choice).toList());
        }
        property.put("binding", binding("camunda:inputParameter", input.name()));
        if (input.optional()) {
            property.put("optional", true);
        } else {
            property.put("constraints", Map.of("notEmpty", true));
        }
        return property;
    }

    private static Map<String, Object> choice(String value) {
        var choice = new LinkedHashMap<String, Object>();
        choice.put("name", value);
        choice.put("value", value);
        return choice;
    }

    private static Map<String, Object> binding(String type, String name) {
        var binding = new LinkedHashMap<String, Object>();
        binding.put("type", type);
        binding.put("name", name);
        return binding;
    }

    private static String json(Object template) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(template) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
