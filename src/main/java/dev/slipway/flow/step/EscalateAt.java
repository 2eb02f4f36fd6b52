package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.approval.Approvals;
import dev.slipway.flow.expression.Fact;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** When three quarters of the time for an approval are over, for a timer: {@code ${escalateAt}}. */
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
        var approval = approvals.find(APPROVAL_ID.in(scope)).orElseThrow();
        var quarter = Duration.between(approval.openedAt(), approval.due()).dividedBy(4);
        return Date.from(approval.due().minus(quarter));
    }
}
