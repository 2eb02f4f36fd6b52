package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.flow.FlowEvent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts on record, and tells whoever listens, that nobody has reviewed an emergency in time. Template: {@code escalate-review.json}. */
@Step(
        name = "escalate-review",
        label = "Escalate review",
        description =
                "Puts on record that the time for an emergency's review ran out, and whose votes are missing. It is asked"
                        + " about again; the release stays in review.",
        inputs =
                @Step.Input(
                        name = "approvalId",
                        label = "Approval",
                        description = "The id of the request that expired: ${approvalId}."))
@Component
class EscalateReview implements JavaDelegate {

    private final Approvals approvals;
    private final ApplicationEventPublisher events;

    EscalateReview(Approvals approvals, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var approval = approvals.find(APPROVAL_ID.in(execution)).orElseThrow();
        var open =
                approval.seats().stream().filter(seat -> seat.voter() == null).map(Seat::label);
        events.publishEvent(
                new FlowEvent.ReviewMissed(approval.release(), approval.id().value(), open.toList()));
    }
}
