package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.SHARE;
import static dev.slipway.flow.variable.StepVariables.SOAK;
import static dev.slipway.flow.variable.StepVariables.STAGES;

import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.Releases;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how far the candidate goes next, and for how long that is looked at. Template: {@code next-stage.json}. */
@Step(
        name = "next-stage",
        label = "Next stage",
        description =
                "Takes the first stage of the plan that reaches more than the share that is reached now; the last one reaches 100.",
        inputs =
                @Step.Input(
                        name = "stages",
                        label = "Stages",
                        description =
                                "Shares and how long each is looked at, where the plan names none: 5 PT10M, 25 PT10M, 100 PT0S."),
        outputs = {
            @Step.Output(name = "share", description = "percent that is to be reached"),
            @Step.Output(name = "soak", description = "how long that is looked at, as ISO 8601")
        })
@Component
class NextStage implements JavaDelegate {

    private final Releases releases;

    NextStage(Releases releases) {
        this.releases = releases;
    }

    /** An amended plan counts from the next stage on. */
    @Override
    public void execute(DelegateExecution execution) {
        var reached = SHARE.find(execution).orElse(0);
        var planned = releases.plan(Releasing.of(execution)).delivery().stages();
        var next = (planned.isEmpty() ? STAGES.in(execution) : planned)
                .stream().filter(stage -> stage.share() > reached).findFirst();
        var stage = next.orElse(new Stage(100, Duration.ZERO));
        SHARE.set(execution, stage.share());
        SOAK.set(execution, stage.soak());
    }
}
