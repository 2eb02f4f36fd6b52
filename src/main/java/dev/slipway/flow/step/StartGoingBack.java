package dev.slipway.flow.step;

import dev.slipway.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the clock of the drill. Template: {@code start-going-back.json}. */
@Step(
        name = "start-going-back",
        label = "Start going back",
        description = "Puts on record that going back begins now; how long the drill takes is measured from here.")
@Component
class StartGoingBack implements JavaDelegate {

    private final Drills drills;

    StartGoingBack(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drills.goBack(Releasing.of(execution));
    }
}
