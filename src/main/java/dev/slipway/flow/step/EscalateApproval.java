package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.approval.Approvals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the seats that are still empty to those whom the rules escalate to. Template: {@code escalate-approval.json}. */
@Step(
        name = "escalate-approval",
        label = "Escalate approval",
        description = "Opens the seats that are still empty to the groups that approval-rules escalates to, and puts on"
                + " record whose votes are missing.",
        inputs =
                @Step.Input(
                        name = "approvalId",
                        label = "Approval",
                        description = "The request's id, as Open approval left it: ${approvalId}."))
@Component
class EscalateApproval implements JavaDelegate {

    private final Approvals approvals;

    EscalateApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.escalate(APPROVAL_ID.in(execution));
    }
}
