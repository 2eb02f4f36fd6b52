package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.AUDIENCE;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.FAILURE;
import static dev.slipway.flow.variable.StepVariables.FLAG;
import static dev.slipway.flow.variable.StepVariables.FLAGGED;
import static dev.slipway.flow.variable.StepVariables.SHARE;

import dev.slipway.flag.FlagKey;
import dev.slipway.flag.Flags;
import dev.slipway.flow.FlowText;
import dev.slipway.release.Delivery;
import dev.slipway.release.Releases;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows a feature to an audience and a share of everybody else. Template: {@code set-flag.json}. */
@Step(
        name = "set-flag",
        label = "Set flag",
        description = "Says who sees the feature of one of the product's flags in an environment from now on: an"
                + " audience, and a share of everybody else. Does nothing where neither the model nor the plan names a"
                + " flag.",
        inputs = {
            @Step.Input(
                    name = "flag",
                    label = "Flag",
                    description =
                            "The name of a flag of the release's product: new-checkout; that of the plan where it is"
                                    + " empty.",
                    optional = true),
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: production."),
            @Step.Input(
                    name = "share",
                    label = "Share",
                    description = "Percent of everybody outside the audience, 0 to 100."),
            @Step.Input(
                    name = "audience",
                    label = "Audience",
                    description = "The name of an audience of the product that sees it whatever the share; that of the"
                            + " plan where it is empty, and nobody where it says nobody.",
                    optional = true)
        },
        outputs = @Step.Output(name = "flagged", description = "yes or no: whether there was a flag to set"),
        errors =
                @Step.Fault(
                        code = "flag-refused",
                        variable = "failure",
                        description = "There is no such flag or audience, or the product does not go there."))
@Component
class SetFlag implements JavaDelegate {

    private static final String NOBODY = "nobody";

    private final Flags flags;
    private final Releases releases;

    SetFlag(Flags flags, Releases releases) {
        this.flags = flags;
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var release = releases.find(Releasing.of(execution)).orElseThrow();
        var plan = releases.plan(release.id()).delivery();
        var flag = FLAG.find(execution).orElse(plan.flag());
        FLAGGED.set(execution, flag.isEmpty() ? "no" : "yes");
        if (flag.isEmpty()) {
            return;
        }
        var flagging = flags.expose(
                release.id(),
                new FlagKey(release.product(), flag),
                ENVIRONMENT.in(execution),
                SHARE.in(execution),
                audience(execution, plan));
        flagging.objection().ifPresent(reason -> {
            FAILURE.set(execution, FlowText.bounded(reason, FlowText.LONG));
            throw new BpmnError("flag-refused", reason);
        });
    }

    private static String audience(DelegateExecution execution, Delivery plan) {
        var named = AUDIENCE.find(execution).orElse(plan.audience());
        return named.equals(NOBODY) ? "" : named;
    }
}
