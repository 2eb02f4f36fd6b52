package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.REASON;

import dev.slipway.flow.variable.ProcessVariable;
import dev.slipway.flow.variable.StepVariables;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the release. Template: {@code conclude-release.json}. */
@Step(
        name = "conclude-release",
        label = "Conclude release",
        description = "Ends the release and gives all its claims up. A release that has ended keeps its first end.",
        inputs = {
            @Step.Input(
                    name = "outcome",
                    label = "Outcome",
                    description = "How it ends.",
                    choices = {"released", "rolled-back", "rejected", "cancelled", "failed"}),
            @Step.Input(name = "reason", label = "Reason", description = "Why, in words that the release page shows.")
        })
@Component
class ConcludeRelease implements JavaDelegate {

    private static final ProcessVariable<State> OUTCOME = StepVariables.constant("outcome", State.class);

    private final Releases releases;

    ConcludeRelease(Releases releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        releases.conclude(
                Releasing.of(execution),
                OUTCOME.in(execution),
                REASON.find(execution).orElse(""));
    }
}
