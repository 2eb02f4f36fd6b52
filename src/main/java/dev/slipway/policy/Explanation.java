package dev.slipway.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words.
 *
 * @param name of the table, as people read it
 * @param because the rules that matched; none where no rule did
 * @param nearly rules that one condition kept from matching
 */
public record Explanation(Evaluation evaluation, String name, List<MatchedRule> because, List<NearMiss> nearly) {

    /** {@code because rule 4: Commits is 25 (>= 20), so Risk = medium (Many changes at once)}. */
    public String sentence() {
        return because.isEmpty()
                ? "because no rule matches"
                : because.stream().map(MatchedRule::words).collect(Collectors.joining("; ", "because ", ""));
    }

    /**
     * A rule that matched.
     *
     * @param number 0 where the table of that time cannot be read any more, and only the rule's name is known
     */
    public record MatchedRule(
            int number, String name, String annotation, List<Condition> conditions, List<Answered> answers) {

        /** The rule on one line. */
        public String words() {
            return title() + ": " + conditionWords() + ", so "
                    + answers.stream().map(Answered::words).collect(Collectors.joining(", "))
                    + (annotation.isEmpty() ? "" : " (" + annotation + ")");
        }

        public String title() {
            return number > 0 ? "rule " + number : "rule " + name;
        }

        public String conditionWords() {
            return conditions.isEmpty()
                    ? "whatever the facts are"
                    : conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
        }
    }

    /**
     * What a rule looks at.
     *
     * @param test as it stands in the table
     * @param actual the value then; null where it was not known
     */
    public record Condition(
            String label, String test, @Nullable Object actual) {

        public String words() {
            return label + " is " + (actual == null ? "not known" : actual) + " (" + test + ")";
        }
    }

    public record Answered(String label, @Nullable Object value) {

        public String words() {
            return label + " = " + (value == null ? "nothing" : value);
        }
    }

    /** A rule that would have matched but for one condition. */
    public record NearMiss(int number, String annotation, Condition failed, List<Answered> answers) {

        public String words() {
            return "rule " + number + " would have matched, had " + failed.label() + " been " + failed.test()
                    + "; it is " + (failed.actual() == null ? "not known" : failed.actual());
        }
    }
}
