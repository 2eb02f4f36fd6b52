package dev.slipway.flow.expression;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** FEEL in decision tables, which would otherwise see the fields and methods of any Java object among the facts. */
final class PlainFeel implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        return new Guarded(new RememberingFeel());
    }

    private record Guarded(FeelEngine feel) implements FeelEngine {

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
            return feel.evaluateSimpleExpression(expression, new Facts(facts));
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext facts) {
            return feel.evaluateSimpleUnaryTests(tests, input, new Facts(facts));
        }
    }

    private record Facts(VariableContext all) implements VariableContext {

        @Override
        public @Nullable TypedValue resolve(String name) {
            return containsVariable(name) ? all.resolve(name) : null;
        }

        @Override
        public boolean containsVariable(String name) {
            return all.containsVariable(name) && Plain.is(all.resolve(name).getValue());
        }

        @Override
        public Set<String> keySet() {
            return all.keySet().stream().filter(this::containsVariable).collect(Collectors.toSet());
        }
    }
}
