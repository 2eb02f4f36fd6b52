package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.RISK;

import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.Releases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks how risky the release is as it stands now. Template: {@code assess-risk.json}. */
@Step(
        name = "assess-risk",
        label = "Assess risk",
        description = "Asks the decision table assess-risk how risky the release is as it stands now.",
        outputs = @Step.Output(name = "risk", description = "low, medium or high"))
@Component
class AssessRisk implements JavaDelegate {

    private final Policies policies;
    private final ReleaseFacts facts;
    private final Releases releases;

    AssessRisk(Policies policies, ReleaseFacts facts, Releases releases) {
        this.policies = policies;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var release = Releasing.of(execution);
        var found = releases.find(release).orElseThrow();
        RISK.set(execution, policies.risk(release.value(), facts.of(found, releases.candidate(found))));
    }
}
