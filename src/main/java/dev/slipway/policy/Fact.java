package dev.slipway.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that a decision table may look at. Each table is asked with all facts about the release, and with those of its own question. */
public enum Fact {
    PRODUCT(Type.TEXT, "", "the key of the product"),
    FLOW(Type.TEXT, "", "the flow that the release follows"),
    CRITICALITY(Type.TEXT, "", "how bad an outage of the product is: low, medium or high"),
    PLANNED(Type.TRUTH, "", "false where the release answers to a production incident"),
    CANDIDATE(Type.NUMBER, "", "the number of the candidate, from 1; rework makes the next"),
    COMMITS(Type.NUMBER, "commits", "how many commits are inside"),
    FEATURES(Type.NUMBER, "commits", "how many of them are features: conventional commits of the type feat"),
    FIXES(Type.NUMBER, "commits", "how many of them are corrections: conventional commits of the type fix"),
    BREAKING(Type.TRUTH, "", "whether one of them says that others have to follow"),
    KIND_OF_CHANGE(
            Type.TEXT,
            "",
            "the heaviest kind among the commits: breaking, feature, fix or other; other also where no commit follows the convention"),
    FILES_CHANGED(Type.NUMBER, "files", "how many files differ from the last release; -1 where nobody counted"),
    LINES_CHANGED(
            Type.NUMBER,
            "lines",
            "how many lines were added or removed; -1 where more than 1,000 files differ, or nobody counted"),
    DATABASE_MIGRATION(Type.TRUTH, "", "whether a changed file matches the product's patterns of migrations"),
    COMPONENTS_TOUCHED(
            Type.NUMBER,
            "components",
            "how many components carry another artifact than in the last version that was released"),
    TOUCHED_COMPONENTS(Type.TEXT, "", "their names in alphabetical order, separated by commas"),
    STRANGERS(Type.NUMBER, "people", "how many authors and committers match no person"),
    DOWNGRADE(Type.TRUTH, "", "whether the plan says that an older version is meant"),
    TESTS_RUN(Type.NUMBER, "tests", "how many tests the candidate's reports tell of; -1 where there is no report"),
    TESTS_FAILED(Type.NUMBER, "tests", "how many of them failed; -1 where there is no report"),
    TESTS_BROKEN(Type.NUMBER, "tests", "how many of them ended with an error; -1 where there is no report"),
    SCAN_FINDINGS(
            Type.NUMBER,
            "findings",
            "how many errors and warnings the candidate's scans found that nobody suppressed; -1 where there is no scan, or one did not come to its end"),
    SCAN_ERRORS(Type.NUMBER, "findings", "how many of them are errors; -1 likewise"),
    EVIDENCE(Type.TEXT, "", "the names of the evidence about the candidate in alphabetical order, separated by commas"),
    RISK(Type.TEXT, "", "the risk class as last assessed: low, medium or high; unknown before"),
    CHANGE_TYPE(Type.TEXT, "", "the type of the change as last decided: standard, normal or emergency; unknown before"),
    OPEN_RISKS(Type.NUMBER, "risks", "how many risks of the release's register are open"),
    HIGHEST_OPEN_RISK(Type.TEXT, "", "the highest class among them: none, low, medium or high"),
    HOUR(Type.NUMBER, "hours", "the hour of the day in the product's zone, 0 to 23"),
    DAY_OF_WEEK(Type.TEXT, "", "the day in the product's zone: monday to sunday"),
    DAYS_SINCE_LAST_RELEASE(Type.NUMBER, "days", "since the product was last released; 0 where it never was"),
    DAYS_SINCE_DRILL(
            Type.NUMBER, "days", "since a roll-back of the product was last drilled well; -1 where none ever was"),
    FAILURE_RATE(
            Type.NUMBER,
            "percent",
            "of the product's last releases (the newest twenty that ended within ninety days as released, rolled back or failed) those that did not end as released; -1 where there is none"),
    COMPONENT_FAILURE_RATE(
            Type.NUMBER,
            "percent",
            "the same for each component that is touched, over those of these releases that changed it; the highest of them; -1 where none did"),
    PURPOSE(Type.TEXT, "", "what approval is asked for, as the model names it", "approval-rules"),
    GATE(Type.TEXT, "", "the gate, as the model names it", "quality-gate"),
    EMERGENCY(Type.TRUTH, "", "whether the plan asks to go first and be reviewed afterwards", "change-type"),
    EVENT(
            Type.TEXT,
            "",
            "start-release: what asks for the release: push, pull-request, tag or manual; route-notification: what happened: approval-escalated, environment-drifted, or release- and how it ended, as release-rolled-back",
            "start-release",
            "route-notification"),
    BRANCH(Type.TEXT, "", "the branch or tag that the event is about; empty where none was named", "start-release"),
    STARTED_BY(Type.TEXT, "", "person, service or system", "start-release");

    private final Type type;
    private final String unit;
    private final String meaning;
    private final Set<String> tables;

    Fact(Type type, String unit, String meaning, String... tables) {
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.tables = Set.of(tables);
    }

    /** Its name in a table: {@code daysSinceDrill}. */
    public String key() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var key = new StringBuilder(words[0]);
        for (var index = 1; index < words.length; index++) {
            key.append(words[index].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[index].substring(1));
        }
        return key.toString();
    }

    public Type type() {
        return type;
    }

    /** Empty where it has none. */
    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** The only tables that get it; empty where all do. */
    public Set<String> tables() {
        return tables;
    }

    /** Those that every table gets. */
    public static List<Fact> ofReleases() {
        return Arrays.stream(values()).filter(fact -> fact.tables.isEmpty()).toList();
    }

    public static Optional<Fact> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }

    /** What kind of value it is, and what DMN calls that. */
    public enum Type {
        TEXT("string"),
        NUMBER("integer"),
        TRUTH("boolean");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
