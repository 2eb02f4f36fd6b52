package dev.slipway.flow.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a step to those who draw models; its element template and its reference page are made from this.
 *
 * <p>{@code name} is the file name of both, and the topic of a work step; {@code label} is what a model calls the step.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

    String name();

    String label();

    String description();

    Input[] inputs() default {};

    Output[] outputs() default {};

    Fault[] errors() default {};

    /** Something the model gives to the step; empty {@code choices} allow any text. */
    @interface Input {

        String name();

        String label();

        String description();

        boolean optional() default false;

        String[] choices() default {};
    }

    /** A variable the step leaves behind. */
    @interface Output {

        String name();

        String description();
    }

    /** An expected no: the code of a BPMN error, and the variable that says why. */
    @interface Fault {

        String code();

        String variable();

        String description();
    }
}
