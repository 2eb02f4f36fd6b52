package dev.slipway.flow.variable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** One process variable: its name in the model, its type in Java, and how the engine keeps it. */
public record ProcessVariable<T>(String name, Function<Object, T> read, Function<T, Object> write) {

    /** A variable that is kept as it is, as text. */
    public static ProcessVariable<String> text(String name) {
        return text(name, Function.identity(), Function.identity());
    }

    /** A variable that is kept as text. */
    public static <T> ProcessVariable<T> text(String name, Function<String, T> read, Function<T, String> write) {
        return new ProcessVariable<>(name, value -> read.apply(value.toString().strip()), write::apply);
    }

    /** A whole number; text that is one counts, because inputs in a model are text. */
    public static ProcessVariable<Integer> number(String name) {
        return new ProcessVariable<>(
                name, value -> Integer.valueOf(value.toString().strip()), value -> value);
    }

    /** Returns the value; its absence is a fault of the model, not of the data. */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new MissingVariable(name));
    }

    /** Returns the value that a work step was given; its absence is a fault of the model. */
    public T in(Map<String, Object> inputs) {
        return find(inputs).orElseThrow(() -> new MissingVariable(name));
    }

    public Optional<T> find(VariableScope scope) {
        return converted(scope.getVariable(name));
    }

    public Optional<T> find(Map<String, Object> inputs) {
        return converted(inputs.get(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, write.apply(value));
    }

    public Map<String, Object> with(T value) {
        return Map.of(name, write.apply(value));
    }

    private Optional<T> converted(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(value));
        } catch (RuntimeException unreadable) {
            throw new UnreadableVariable(name, value, unreadable);
        }
    }
}
