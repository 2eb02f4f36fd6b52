package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.flow.FlowEvent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts on record, and tells whoever listens, that time for an approval grows short. Template: {@code escalate-approval.json}. */
@Step(
        name = "escalate-approval",
        label = "Escalate approval",
        description = "Puts on record that time for an approval grows short, and whose votes are missing.",
        inputs =
                @Step.Input(
                        name = "approvalId",
                        label = "Approval",
                        description = "The request's id, as Open approval left it: ${approvalId}."))
@Component
class EscalateApproval implements JavaDelegate {

    private final Approvals approvals;
    private final ApplicationEventPublisher events;

    EscalateApproval(Approvals approvals, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var approval = approvals.find(APPROVAL_ID.in(execution)).orElseThrow();
        var open =
                approval.seats().stream().filter(seat -> seat.voter() == null).map(Seat::label);
        events.publishEvent(new FlowEvent.ApprovalEscalated(
                approval.release(), approval.id().value(), approval.purpose(), open.toList()));
    }
}
