package dev.slipway.flow.work;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.slipway.flow.library.WorkTopics;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The topics of the built-in worker, for checking models. */
@Component
public class Topics implements WorkTopics {

    private final ObjectProvider<WorkStep> steps;

    Topics(ObjectProvider<WorkStep> steps) {
        this.steps = steps;
    }

    /** Those of steps that only look. */
    public Set<String> looking() {
        return steps.stream().filter(WorkStep::onlyLooks).map(WorkStep::topic).collect(toUnmodifiableSet());
    }

    @Override
    public Set<String> topics() {
        return steps.stream().map(WorkStep::topic).collect(toUnmodifiableSet());
    }
}
