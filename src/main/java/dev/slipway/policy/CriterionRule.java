package dev.slipway.policy;

/**
 * What one criterion of a gate requires.
 *
 * @param measure the figure or document it looks at, such as {@code junit.failures} or {@code document.uat-report}
 * @param comparison one of {@code =, <=, >=, present}
 * @param required the threshold as text; empty for {@code present}
 */
public record CriterionRule(String name, String measure, String comparison, String required) {}
