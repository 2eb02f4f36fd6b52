package dev.slipway.flow.step;

import dev.slipway.deployment.Deployments;
import dev.slipway.flow.expression.Fact;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Whether the release has changed an environment and not put it back: {@code ${touched}}. */
@Component
class Touched implements Fact {

    private final Deployments deployments;

    Touched(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public String name() {
        return "touched";
    }

    @Override
    public Object value(VariableScope scope) {
        return !deployments.touched(Releasing.of((DelegateExecution) scope)).isEmpty();
    }
}
