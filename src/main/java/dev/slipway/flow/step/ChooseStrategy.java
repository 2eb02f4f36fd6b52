package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.KEEP_OLD;
import static dev.slipway.flow.variable.StepVariables.MAX_UNAVAILABLE;
import static dev.slipway.flow.variable.StepVariables.STRATEGY;

import dev.slipway.flow.FlowEvent.StrategyChosen;
import dev.slipway.policy.Policies;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.Releases;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says how users are moved to the candidate. Template: {@code choose-strategy.json}. */
@Step(
        name = "choose-strategy",
        label = "Choose strategy",
        description =
                "Takes the strategy that the plan names, or asks the decision table choose-strategy where it names none.",
        inputs = {
            @Step.Input(
                    name = "keepOld",
                    label = "Keep the old version for",
                    description = "How long the old version stands ready where the plan does not say so: PT10M."),
            @Step.Input(
                    name = "maxUnavailable",
                    label = "Instances out at once",
                    description = "How many percent of the instances may be out where the plan does not say so: 25.")
        },
        outputs = {
            @Step.Output(name = "strategy", description = "all-at-once, rolling, blue-green, canary or flagged"),
            @Step.Output(name = "keepOld", description = "how long the old version stands ready, as ISO 8601"),
            @Step.Output(name = "maxUnavailable", description = "percent of the instances that may be out at once")
        })
@Component
class ChooseStrategy implements JavaDelegate {

    private final Policies policies;
    private final ReleaseFacts facts;
    private final Releases releases;
    private final ApplicationEventPublisher events;

    ChooseStrategy(Policies policies, ReleaseFacts facts, Releases releases, ApplicationEventPublisher events) {
        this.policies = policies;
        this.facts = facts;
        this.releases = releases;
        this.events = events;
    }

    /** The inputs are local to the step: what is chosen has to outlive it. */
    @Override
    public void execute(DelegateExecution execution) {
        var id = Releasing.of(execution);
        var release = releases.find(id).orElseThrow();
        var policy = policies.strategy(id.value(), facts.of(release, releases.candidate(release)));
        var plan = releases.plan(release).delivery();
        var strategy = plan.strategy().isEmpty() ? policy.word() : plan.strategy();
        var flow = execution.getProcessInstance();
        STRATEGY.set(flow, strategy);
        KEEP_OLD.set(flow, Objects.requireNonNullElseGet(plan.keepOld(), () -> KEEP_OLD.in(execution)));
        MAX_UNAVAILABLE.set(flow, plan.maxUnavailable() == 0 ? MAX_UNAVAILABLE.in(execution) : plan.maxUnavailable());
        events.publishEvent(new StrategyChosen(id, strategy, plan.strategy(), policy.word()));
    }
}
