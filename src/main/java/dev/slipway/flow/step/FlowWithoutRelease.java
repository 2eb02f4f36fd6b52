package dev.slipway.flow.step;

/** A step was reached in a process instance that belongs to no release. */
class FlowWithoutRelease extends RuntimeException {

    FlowWithoutRelease(String instance) {
        super("SLIP-2003: process instance " + instance
                + " belongs to no release. A call activity must pass the business"
                + " key on: <camunda:in businessKey=\"#{execution.processBusinessKey}\"/>.");
    }
}
