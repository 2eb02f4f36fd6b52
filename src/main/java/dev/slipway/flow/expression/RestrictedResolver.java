package dev.slipway.flow.expression;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/** The only resolver of JUEL: a name is a plain variable, a fact, a step or {@code execution}; values have no properties and no methods. */
final class RestrictedResolver extends ELResolver {

    private final Vocabulary vocabulary;

    RestrictedResolver(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        context.setPropertyResolved(true);
        if (base instanceof ScopeView view) {
            return view.property(property);
        }
        if (base != null) {
            throw unreachable(property);
        }
        return root(context, String.valueOf(property));
    }

    @Override
    public Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        context.setPropertyResolved(true);
        if (base instanceof ScopeView view) {
            return view.invoke(method, arguments == null ? new Object[0] : arguments);
        }
        throw unreachable(method);
    }

    private @Nullable Object root(ELContext context, String name) {
        if (context.getContext(VariableContext.class) instanceof VariableContext variables) {
            return inTable(variables, name);
        }
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            return inModel(scope, name);
        }
        throw unknown(name);
    }

    private static @Nullable Object inTable(VariableContext variables, String name) {
        if (!variables.containsVariable(name)) {
            throw unknown(name);
        }
        var value = variables.resolve(name).getValue();
        if (!Plain.is(value)) {
            throw notPlain(name);
        }
        return value;
    }

    private @Nullable Object inModel(VariableScope scope, String name) {
        if (name.equals("execution") && (scope instanceof ExecutionEntity || scope instanceof TaskEntity)) {
            return new ScopeView(scope);
        }
        if (scope.hasVariable(name)) {
            var value = Plain.variable(scope, name);
            if (value == null) {
                throw notPlain(name);
            }
            return value.getValue();
        }
        var fact = vocabulary.fact(name);
        if (fact != null) {
            return fact.value(scope);
        }
        if (vocabulary.isStep(name)) {
            return vocabulary.step(name);
        }
        throw unknown(name);
    }

    private static ELException unreachable(Object member) {
        return new ELException(
                "'" + member + "' cannot be reached from an expression: values have no properties and no methods here");
    }

    private static ELException notPlain(String name) {
        return new ELException(
                "Variable '" + name + "' cannot be used in an expression: only text, numbers, booleans and dates can");
    }

    private static PropertyNotFoundException unknown(String name) {
        return new PropertyNotFoundException("'" + name + "' is neither a variable nor a fact nor a step");
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        throw new ELException("An expression cannot assign '" + property + "'");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
