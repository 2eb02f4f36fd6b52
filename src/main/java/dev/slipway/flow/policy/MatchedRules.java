package dev.slipway.flow.policy;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.jspecify.annotations.Nullable;

/** Remembers which rules of the table that was asked last on this thread have matched; its plain result does not say. */
final class MatchedRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<@Nullable List<DmnEvaluatedDecisionRule>> last = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        last.set(event.getMatchingRules());
    }

    List<DmnEvaluatedDecisionRule> of(Runnable evaluation) {
        try {
            evaluation.run();
            var matched = last.get();
            return matched == null ? List.of() : matched;
        } finally {
            last.remove();
        }
    }
}
