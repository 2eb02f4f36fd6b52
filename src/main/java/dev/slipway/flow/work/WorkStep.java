package dev.slipway.flow.work;

import dev.slipway.flow.step.Step;
import java.util.Map;
import java.util.Objects;

/**
 * Something that touches the outside world for a release. It is called outside any transaction, and again with the same visit after a crash; then it asks
 * what is true before it acts.
 */
public interface WorkStep {

    /** The topic under which models ask for it. */
    default String topic() {
        return declaration().name();
    }

    /** What designers are told of it. */
    default Step declaration() {
        return Objects.requireNonNull(getClass().getAnnotation(Step.class), () -> getClass() + " is not declared");
    }

    /** Whether it only looks: then it need not come to its end before the release is called off or taken back. */
    default boolean onlyLooks() {
        return false;
    }

    /** Does it. An exception means that it is tried again, and after some times left to an operator. */
    Result work(Visit visit, Map<String, Object> inputs) throws Exception;
}
