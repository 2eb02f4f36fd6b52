package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_DUE;
import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;
import static dev.slipway.flow.variable.StepVariables.PURPOSE;
import static dev.slipway.flow.variable.StepVariables.SEAT_COUNT;

import dev.slipway.approval.Approvals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a request for approval of the current candidate. Template: {@code open-approval.json}. */
@Step(
        name = "open-approval",
        label = "Open approval",
        description =
                "Opens a request for approval of the current candidate: the decision table approval-rules says which"
                        + " roles, how many seats, and until when.",
        inputs =
                @Step.Input(
                        name = "purpose",
                        label = "Purpose",
                        description = "What is asked, as approval-rules knows it: qa-sign-off."),
        outputs = {
            @Step.Output(name = "approvalId", description = "the request's id"),
            @Step.Output(
                    name = "seatCount",
                    description =
                            "how many votes are asked for, a number; 0 where none is needed, or all stand from before"),
            @Step.Output(name = "approvalDue", description = "until when, an ISO 8601 instant for a timer")
        })
@Component
class OpenApproval implements JavaDelegate {

    private final Approvals approvals;

    OpenApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var approval =
                approvals.open(Releasing.of(execution), PURPOSE.in(execution), execution.getActivityInstanceId());
        APPROVAL_ID.set(execution, approval.id());
        SEAT_COUNT.set(execution, approval.settled() == null ? approval.open().size() : 0);
        APPROVAL_DUE.set(execution, approval.due());
    }
}
