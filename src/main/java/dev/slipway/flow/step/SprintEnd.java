package dev.slipway.flow.step;

import dev.slipway.flow.expression.Fact;
import dev.slipway.release.Releases;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** When the sprint ends, for a timer: {@code ${sprintEnd}}. A plan without one does not wait. */
@Component
class SprintEnd implements Fact {

    private final Releases releases;
    private final Clock clock;

    SprintEnd(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sprintEnd";
    }

    @Override
    public Object value(VariableScope scope) {
        var plan = releases.plan(Releasing.of((DelegateExecution) scope));
        return Date.from(Objects.requireNonNullElseGet(plan.sprintEnd(), clock::instant));
    }
}
