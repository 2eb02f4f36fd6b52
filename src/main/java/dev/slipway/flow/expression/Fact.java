package dev.slipway.flow.expression;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Something that models may ask by name in an expression, answered only when it is asked: {@code ${approvalDecided}}. */
public interface Fact {

    /** The name in expressions. */
    String name();

    /** The answer for one execution: text, a number, a boolean or a date. */
    Object value(VariableScope scope);
}
