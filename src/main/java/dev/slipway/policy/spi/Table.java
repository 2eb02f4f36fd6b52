package dev.slipway.policy.spi;

import java.util.List;

/**
 * A decision table as its designer wrote it.
 *
 * @param version the version tag and number under which decisions are kept
 */
public record Table(
        String key,
        String name,
        String description,
        String version,
        List<Input> inputs,
        List<Output> outputs,
        List<Rule> rules) {

    /** @param expression what is looked at, mostly the name of a fact */
    public record Input(String label, String expression) {}

    public record Output(String label, String name) {}

    /**
     * One row.
     *
     * @param number from 1
     * @param name its label, or its id where it has none; decisions are kept under it
     * @param annotation why there is such a rule, in the designer's words
     * @param tests one for each input; empty where anything will do
     * @param answers one for each output
     */
    public record Rule(int number, String name, String annotation, List<String> tests, List<String> answers) {}
}
