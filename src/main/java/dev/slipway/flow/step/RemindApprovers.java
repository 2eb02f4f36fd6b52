package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.approval.Approvals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those whose votes are missing. Template: {@code remind-approvers.json}. */
@Step(
        name = "remind-approvers",
        label = "Remind approvers",
        description = "Reminds those whose votes are missing, and puts that on record.",
        inputs =
                @Step.Input(
                        name = "approvalId",
                        label = "Approval",
                        description = "The request's id, as Open approval left it: ${approvalId}."))
@Component
class RemindApprovers implements JavaDelegate {

    private final Approvals approvals;

    RemindApprovers(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.remind(APPROVAL_ID.in(execution));
    }
}
