package dev.slipway.flow.work;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.slipway.flow.library.WorkTopics;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The topics of the built-in worker, for checking models. */
@Component
class Topics implements WorkTopics {

    private final ObjectProvider<WorkStep> steps;

    Topics(ObjectProvider<WorkStep> steps) {
        this.steps = steps;
    }

    @Override
    public Set<String> topics() {
        return steps.stream().map(WorkStep::topic).collect(toUnmodifiableSet());
    }
}
