package dev.slipway.flow.step;

import dev.slipway.approval.Approvals;
import dev.slipway.flow.expression.Fact;
import dev.slipway.flow.variable.StepVariables;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** How often approvers are reminded, for a timer cycle: {@code ${remindCycle}}. Once at half of the time where the rules do not say. */
@Component
class RemindCycle implements Fact {

    private final Approvals approvals;

    RemindCycle(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "remindCycle";
    }

    @Override
    public Object value(VariableScope scope) {
        var approval = approvals.find(StepVariables.APPROVAL_ID.in(scope)).orElseThrow();
        var every = approval.times().remindEvery();
        return every == null
                ? "R1/"
                        + Duration.ofSeconds(Duration.between(approval.openedAt(), approval.due())
                                .dividedBy(2)
                                .toSeconds())
                : "R/" + every;
    }
}
