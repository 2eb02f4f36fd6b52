package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.MOVED_ITEMS;
import static java.util.stream.Collectors.joining;

import dev.slipway.flow.FlowText;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.Releases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves what is not done out of the release. Template: {@code cut-scope.json}. */
@Step(
        name = "cut-scope",
        label = "Cut scope",
        description = "Moves scope items that are not done out of the release; the plan gets its next version.",
        outputs = @Step.Output(name = "movedItems", description = "the keys of the items that were moved, as text"))
@Component
class CutScope implements JavaDelegate {

    private final Releases releases;

    CutScope(Releases releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var release = Releasing.of(execution);
        var before = releases.plan(release).scope();
        var staying = releases.cutScope(release);
        var moved = before.stream().filter(item -> !staying.contains(item)).map(ScopeItem::key);
        MOVED_ITEMS.set(execution, FlowText.bounded(moved.collect(joining(", ")), FlowText.LONG));
    }
}
