package dev.slipway.flow.variable;

/** A step was given a variable that is not what its name stands for. */
public class UnreadableVariable extends RuntimeException {

    UnreadableVariable(String name, Object value, RuntimeException cause) {
        super(
                "SLIP-2002: '" + value + "' cannot be read as '" + name + "' (" + cause.getMessage()
                        + "). Correct the step's input parameter in the model, deploy the models, and retry the step.",
                cause);
    }
}
