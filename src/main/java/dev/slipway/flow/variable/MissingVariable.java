package dev.slipway.flow.variable;

/** A step was reached without a variable that it needs. */
public class MissingVariable extends RuntimeException {

    MissingVariable(String name) {
        super("SLIP-2001: the step needs '" + name + "', and the model does not set it. Give it to the step as an input"
                + " parameter, deploy the models, and retry the step.");
    }
}
