package dev.slipway.flow.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The fields of a Camunda Form, as far as they say what a person may write. */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngine FEEL = new ScalaFeelEngineFactory(List.of()).createInstance();
    private static final int NAME_SHOWN = 60;

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    private FormFields(JsonNode form) {
        collect(form);
    }

    static FormFields in(InputStream form) {
        try (form) {
            return new FormFields(JSON.readTree(form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(JsonNode parent) {
        for (var component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                var key = component.get("key").asText();
                fields.put(key, new FormField(key, component));
            }
            collect(component);
        }
    }

    /** Whether the form shows it without letting anybody write it. */
    boolean shows(String name) {
        var field = fields.get(name);
        return field != null && !field.writable();
    }

    /** What is wrong with writing this value; empty where nothing is. */
    Optional<String> objection(String name, @Nullable Object value) {
        var field = fields.get(name);
        return field == null || !field.writable()
                ? Optional.of("'" + shortened(name)
                        + "' is not a field of this task's form and cannot be written by a person.")
                : field.objection(value);
    }

    /** The first required field that was not filled in, in words. What the answers hide is not asked. */
    Optional<String> missing(Map<String, Object> answers) {
        return fields.values().stream()
                .filter(field -> field.missing(answers.get(field.key())))
                .filter(field -> field.hiddenIf()
                        .filter(expression -> holds(expression, answers))
                        .isEmpty())
                .findFirst()
                .map(FormField::missingInWords);
    }

    private boolean holds(String expression, Map<String, Object> answers) {
        var all = new HashMap<String, @Nullable Object>();
        fields.keySet().forEach(key -> all.put(key, answers.get(key)));
        Object answer =
                FEEL.evaluateSimpleExpression(expression, Variables.fromMap(all).asVariableContext());
        return Boolean.TRUE.equals(answer);
    }

    private static String shortened(String name) {
        return name.length() <= NAME_SHOWN ? name : name.substring(0, NAME_SHOWN) + "…";
    }
}
