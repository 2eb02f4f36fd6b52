package dev.slipway.quality;

import dev.slipway.policy.CriterionRule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds one measured figure against what the policy requires. Numbers are compared exactly; what cannot be compared has failed. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,120}(\\.\\d{1,120})?");

    private Comparison() {}

    static Criterion of(CriterionRule rule, @Nullable String measured) {
        var required = (rule.comparison() + " " + rule.required()).strip();
        if (measured == null) {
            return new Criterion(rule.name(), "", required, Verdict.MISSING);
        }
        var holds = switch (rule.comparison()) {
            case "present" -> true;
            case "=" ->
                difference(measured, rule.required())
                        .map(difference -> difference == 0)
                        .orElseGet(() -> measured.equals(rule.required()));
            case "<=" ->
                difference(measured, rule.required())
                        .map(difference -> difference <= 0)
                        .orElse(false);
            case ">=" ->
                difference(measured, rule.required())
                        .map(difference -> difference >= 0)
                        .orElse(false);
            default -> false;
        };
        return new Criterion(rule.name(), measured, required, holds ? Verdict.PASSED : Verdict.FAILED);
    }

    private static Optional<Integer> difference(String measured, String required) {
        return NUMBER.matcher(measured).matches()
                        && NUMBER.matcher(required.strip()).matches()
                ? Optional.of(new BigDecimal(measured).compareTo(new BigDecimal(required.strip())))
                : Optional.empty();
    }
}
