package dev.slipway.flow.expression;

import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Which values an expression may see: text, numbers, booleans, dates, nothing, and lists of them. */
final class Plain {

    private Plain() {}

    static boolean is(@Nullable TypedValue value) {
        return value != null && value.getType() instanceof PrimitiveValueType type && type != ValueType.BYTES;
    }

    static boolean is(@Nullable Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof Collection<?> list && list.stream().allMatch(Plain::is);
    }

    /** The variable's typed value where it is plain; an object is not even deserialized. */
    static @Nullable TypedValue variable(VariableScope scope, String name) {
        var value = scope.<TypedValue>getVariableTyped(name, false);
        return is(value) ? value : null;
    }
}
