package dev.slipway.flow.step;

import dev.slipway.approval.Approvals;
import dev.slipway.flow.expression.Fact;
import dev.slipway.flow.variable.StepVariables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** When an approval is escalated, for a timer: {@code ${escalateAt}}. */
@Component
class EscalateAt implements Fact {

    private final Approvals approvals;

    EscalateAt(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "escalateAt";
    }

    @Override
    public Object value(VariableScope scope) {
        var approval = approvals.find(StepVariables.APPROVAL_ID.in(scope)).orElseThrow();
        return Date.from(approval.times().escalateAt());
    }
}
