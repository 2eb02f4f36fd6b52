package dev.slipway.approval;

import java.util.List;

/**
 * What a flow is going to ask for, as the rules are now.
 *
 * @param purpose as the policy knows it
 * @param seats whom it asks, in words; empty where nobody has to approve
 * @param warnings why it cannot be approved; empty where it can
 */
public record Expectation(String purpose, List<String> seats, List<String> warnings) {

    Expectation with(List<String> others) {
        return new Expectation(purpose, seats, others);
    }
}
