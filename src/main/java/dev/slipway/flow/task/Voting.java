package dev.slipway.flow.task;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;
import static dev.slipway.flow.variable.StepVariables.COMMENT;
import static dev.slipway.flow.variable.StepVariables.DECISION;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Decision;
import dev.slipway.approval.Voting.Counted;
import dev.slipway.approval.Voting.Refused;
import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.Acting;
import dev.slipway.identity.PersonId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Casts the vote of whoever completes an approval task, in the same transaction. A vote that is refused undoes the completion. */
@Component
class Voting implements TaskListener {

    private final Approvals approvals;
    private final Acting acting;
    private final VotesShown shown;

    Voting(Approvals approvals, Acting acting, VotesShown shown) {
        this.approvals = approvals;
        this.acting = acting;
        this.shown = shown;
    }

    @Override
    public void notify(DelegateTask task) {
        var release = task.getExecution().getProcessBusinessKey();
        var actor = acting.now();
        if (!actor.isPerson()) {
            throw new Refusal(release, "Only people vote; " + actor + " is none.");
        }
        var voting = approvals.vote(
                APPROVAL_ID.in(task),
                Seating.number(task),
                new PersonId(actor.id()),
                decision(task, release),
                COMMENT.find(task).orElse(""));
        if (voting instanceof Refused refused) {
            throw new Refusal(release, refused.reason());
        } else if (voting instanceof Counted counted) {
            refresh(task, counted.approval());
        }
    }

    private void refresh(DelegateTask task, Approval approval) {
        if (approval.seats().size() > 1) {
            shown.refresh(approval, task.getProcessInstanceId(), task.getId());
        }
    }

    private static Decision decision(DelegateTask task, String release) {
        return switch (DECISION.find(task).orElse("")) {
            case "approve" -> Decision.APPROVE;
            case "reject" -> Decision.REJECT;
            default -> throw new Refusal(release, "Say 'approve' or 'reject' in the field 'decision'.");
        };
    }
}
