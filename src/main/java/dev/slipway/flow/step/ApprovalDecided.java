package dev.slipway.flow.step;

import dev.slipway.approval.Approvals;
import dev.slipway.flow.expression.Fact;
import dev.slipway.flow.variable.StepVariables;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Whether the approval needs no more votes: {@code ${approvalDecided}}. */
@Component
class ApprovalDecided implements Fact {

    private final Approvals approvals;

    ApprovalDecided(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "approvalDecided";
    }

    @Override
    public Object value(VariableScope scope) {
        return approvals.decided(StepVariables.APPROVAL_ID.in(scope));
    }
}
