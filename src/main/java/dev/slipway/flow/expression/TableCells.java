package dev.slipway.flow.expression;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Holds single conditions of a decision table against facts, as the table itself does. */
public final class TableCells {

    private static final String INPUT = "cellInput";

    private final FeelEngine feel = new PlainFeel().createInstance();

    /** What an input is worth; null where it looks at nothing that is known. */
    public @Nullable Object value(String expression, Map<String, Object> facts) {
        return feel.evaluateSimpleExpression(
                expression, Variables.fromMap(facts).asVariableContext());
    }

    public boolean holds(String test, @Nullable Object value, Map<String, Object> facts) {
        var known = Variables.fromMap(facts).putValue(INPUT, value);
        return feel.evaluateSimpleUnaryTests(test, INPUT, known.asVariableContext());
    }
}
