package dev.slipway.flow.work;

import java.time.Duration;
import java.util.Map;

/** How a work step ended, unless it failed. */
public sealed interface Result {

    Result DONE = new Done(Map.of());

    /** It was done; the variables go to the flow. */
    record Done(Map<String, Object> variables) implements Result {}

    /**
     * An expected no, which the model draws.
     *
     * @param error the code of the BPMN error; the step declares the variable that takes the reason
     */
    record Refused(String error, String reason) implements Result {}

    /** It goes on later; until then it keeps its lock, but no thread. */
    record Later(Duration pause) implements Result {}
}
