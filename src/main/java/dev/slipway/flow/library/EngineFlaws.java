package dev.slipway.flow.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;

/** What the engine itself finds wrong with a model. */
final class EngineFlaws {

    private EngineFlaws() {}

    static List<ModelFlaw> of(ParseException malformed) {
        var flaws = new ArrayList<ModelFlaw>();
        for (var report : malformed.getResorceReports()) {
            for (var problem : report.getErrors()) {
                var element = problem.getMainElementId();
                flaws.add(new ModelFlaw(
                        report.getResourceName(),
                        Math.max(0, problem.getLine()),
                        element == null ? "the file" : element,
                        problem.getMessage()));
            }
        }
        return flaws;
    }

    /** Empty where the fault does not lie in a table. */
    static Optional<ModelFlaw> of(ProcessEngineException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DmnEngineException) {
                return Optional.of(new ModelFlaw("a table", 0, "the table", String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }
}
