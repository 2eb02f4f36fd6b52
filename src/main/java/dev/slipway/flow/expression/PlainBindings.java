package dev.slipway.flow.expression;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.scripting.engine.Resolver;
import org.camunda.bpm.engine.impl.scripting.engine.ResolverFactory;
import org.jspecify.annotations.Nullable;

/** What a FEEL condition on a flow sees: plain variables, and neither the execution nor any bean. */
final class PlainBindings implements ResolverFactory {

    @Override
    public @Nullable Resolver createResolver(@Nullable VariableScope scope) {
        return scope == null ? null : new Variables(scope);
    }

    private record Variables(VariableScope scope) implements Resolver {

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && Plain.variable(scope, name) != null;
        }

        @Override
        public @Nullable Object get(Object key) {
            var value = key instanceof String name ? Plain.variable(scope, name) : null;
            return value == null ? null : value.getValue();
        }

        @Override
        public Set<String> keySet() {
            return scope.getVariableNames().stream().filter(this::containsKey).collect(Collectors.toSet());
        }
    }
}
