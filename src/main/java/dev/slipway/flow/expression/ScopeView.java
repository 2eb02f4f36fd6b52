package dev.slipway.flow.expression;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/** All that an expression sees of {@code execution}: the release's key, and whether a variable is there. */
final class ScopeView {

    private final VariableScope scope;

    ScopeView(VariableScope scope) {
        this.scope = scope;
    }

    @Nullable
    Object property(Object name) {
        if (!"processBusinessKey".equals(name)) {
            throw new ELException(
                    "execution." + name + " cannot be reached from an expression; execution.processBusinessKey can");
        }
        if (scope instanceof DelegateExecution execution) {
            return execution.getProcessBusinessKey();
        }
        return scope instanceof DelegateTask task ? task.getExecution().getProcessBusinessKey() : null;
    }

    boolean invoke(Object method, Object[] arguments) {
        if ("hasVariable".equals(method) && arguments.length == 1 && arguments[0] instanceof String name) {
            return scope.hasVariable(name);
        }
        throw new ELException(
                "execution." + method + "() cannot be called in an expression; execution.hasVariable('name') can");
    }

    @Override
    public String toString() {
        return "execution";
    }
}
