package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.TAKE_BACK_REASON;

import dev.slipway.flow.FlowText;
import dev.slipway.release.Releases;
import dev.slipway.release.Sequels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what is taken back, and why. Template: {@code begin-taking-back.json}. */
@Step(
        name = "begin-taking-back",
        label = "Begin taking back",
        description = "Says which release this one takes back, and why.",
        outputs =
                @Step.Output(
                        name = "takeBackReason",
                        description = "in words, for the end of this release: which release was taken back, and why"))
@Component
class BeginTakingBack implements JavaDelegate {

    private final Releases releases;
    private final Sequels sequels;

    BeginTakingBack(Releases releases, Sequels sequels) {
        this.releases = releases;
        this.sequels = sequels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var release = Releasing.of(execution);
        var original = sequels.original(release).orElseThrow();
        var reason = releases.plan(release).objectives();
        TAKE_BACK_REASON.set(execution, FlowText.bounded(original + " is taken back: " + reason, FlowText.LONG));
    }
}
