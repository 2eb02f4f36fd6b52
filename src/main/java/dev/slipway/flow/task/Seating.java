package dev.slipway.flow.task;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;
import static dev.slipway.flow.variable.StepVariables.LOOP_COUNTER;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Makes an approval task the seat that it stands for: named apart, for the seat's role or the one person it is reserved for, and due with the request. */
@Component
class Seating implements TaskListener {

    private final Approvals approvals;
    private final SeatCandidates asked;

    Seating(Approvals approvals, SeatCandidates asked) {
        this.approvals = approvals;
        this.asked = asked;
    }

    @Override
    public void notify(DelegateTask task) {
        var approval = approvals.find(APPROVAL_ID.in(task)).orElseThrow();
        var seat = seat(approval, task);
        task.setName("Decide on " + approval.purpose().replace('-', ' ') + ": " + seat.label());
        var whom = asked.of(approval, seat);
        whom.groups().forEach(task::addCandidateGroup);
        whom.people().forEach(task::addCandidateUser);
        if (!whom.only().isEmpty()) {
            task.setAssignee(whom.only());
        }
        task.setDueDate(Date.from(approval.due()));
    }

    /** Instances of the task count from 0, seats from 1. */
    static int number(DelegateTask task) {
        return LOOP_COUNTER.in(task) + 1;
    }

    private static Seat seat(Approval approval, DelegateTask task) {
        return approval.seats().stream()
                .filter(seat -> seat.number() == number(task))
                .findFirst()
                .orElseThrow(() -> new NoSuchSeat(approval.id(), number(task)));
    }
}
