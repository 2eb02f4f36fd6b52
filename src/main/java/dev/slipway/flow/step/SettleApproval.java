package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;
import static dev.slipway.flow.variable.StepVariables.APPROVAL_OUTCOME;

import dev.slipway.approval.Approvals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a request for approval and says how it ended. Template: {@code settle-approval.json}. */
@Step(
        name = "settle-approval",
        label = "Settle approval",
        description =
                "Closes the request: approved if all seats approved, rejected if one rejected, expired otherwise.",
        inputs =
                @Step.Input(
                        name = "approvalId",
                        label = "Approval",
                        description = "The request's id, as Open approval left it: ${approvalId}."),
        outputs = @Step.Output(name = "approvalOutcome", description = "approved, rejected, expired or withdrawn"))
@Component
class SettleApproval implements JavaDelegate {

    private final Approvals approvals;

    SettleApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        APPROVAL_OUTCOME.set(execution, approvals.settle(APPROVAL_ID.in(execution)));
    }
}
