package dev.slipway.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with what a release is to be judged by, as far as can be told without asking anybody. */
final class AcceptanceInspection {

    static final String HERE = "delivery.acceptance.";
    private static final int MAX_CRITERIA = 20;
    private static final int MAX_QUERY = 2_000;
    private static final int MAX_SAMPLES = 10_000_000;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofDays(30);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,58}[a-z0-9])?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Set<String> KNOWN = Set.of("version", "environment", "product", "release", "interval");
    private static final Set<String> COMPARISONS = Set.of("<=", "<", ">=", ">");

    private final List<Flaw> flaws = new ArrayList<>();

    private AcceptanceInspection() {}

    static List<Flaw> flaws(Acceptance acceptance) {
        var inspection = new AcceptanceInspection();
        inspection.duration(HERE + "interval", acceptance.interval(), SHORTEST_INTERVAL);
        inspection.duration(HERE + "acknowledge", acceptance.acknowledge(), Duration.ZERO);
        inspection.duration(HERE + "recovery", acceptance.recovery(), Duration.ZERO);
        inspection.duration(HERE + "downtime", acceptance.downtime(), Duration.ZERO);
        if (acceptance.criteria().size() > MAX_CRITERIA) {
            inspection.add(
                    HERE + "criteria",
                    "There are " + acceptance.criteria().size() + " criteria. Keep to " + MAX_CRITERIA + ".");
            return inspection.flaws;
        }
        var names = new HashSet<String>();
        for (var index = 0; index < acceptance.criteria().size(); index++) {
            var criterion = acceptance.criteria().get(index);
            var field = HERE + "criteria[" + index + "].";
            inspection.criterion(field, criterion);
            if (!names.add(criterion.name())) {
                inspection.add(field + "name", "There are two criteria called " + criterion.name() + ". Rename one.");
            }
        }
        return inspection.flaws;
    }

    private void criterion(String field, AcceptanceCriterion criterion) {
        if (!NAME.matcher(criterion.name()).matches()) {
            add(field + "name", "Give a name of lower-case letters, digits and hyphens, such as failed-requests.");
        }
        query(field + "query", criterion.query(), true);
        query(field + "total", criterion.total(), false);
        query(field + "baseline", criterion.baseline(), false);
        query(field + "baselineTotal", criterion.baselineTotal(), false);
        var threshold = criterion.threshold();
        if (threshold == null) {
            comparison(field, criterion);
        } else {
            threshold(field, criterion, threshold);
        }
        if (criterion.failures() < 0 || (criterion.failures() > 0 && (criterion.compares() || criterion.counts()))) {
            add(
                    field + "failures",
                    criterion.failures() < 0
                            ? "This is " + criterion.failures() + ". Give 0 or more measurements that may miss."
                            : "Only measurements against a threshold may miss. Leave it out, or give a threshold and no total.");
        }
        var samples = criterion.samples();
        if (samples != null && (samples < AcceptanceCriterion.FEWEST_SAMPLES || samples > MAX_SAMPLES)) {
            add(
                    field + "samples",
                    "Fewer than " + AcceptanceCriterion.FEWEST_SAMPLES
                            + " cannot be told apart. Give " + AcceptanceCriterion.FEWEST_SAMPLES
                            + " or more (50 are recommended), or leave it out.");
        }
        duration(field + "during", criterion.during(), SHORTEST_INTERVAL);
    }

    private void threshold(String field, AcceptanceCriterion criterion, Double threshold) {
        if (!COMPARISONS.contains(criterion.comparison())) {
            add(field + "comparison", "Say how it has to stand to the threshold: <=, <, >= or >.");
        }
        if (!Double.isFinite(threshold)) {
            add(field + "threshold", "Give a number.");
        } else if (criterion.counts() && (threshold <= 0 || threshold >= 1)) {
            add(field + "threshold", "This is the share of what is counted. Give more than 0 and less than 1.");
        }
        if (!criterion.baseline().isEmpty() || !criterion.baselineTotal().isEmpty() || criterion.tolerance() != null) {
            add(
                    field + "threshold",
                    "It is judged by a threshold or by the former version, not by both. Leave out the threshold, or baseline, baselineTotal and tolerance.");
        }
    }

    private void comparison(String field, AcceptanceCriterion criterion) {
        if (!criterion.comparison().isEmpty()) {
            add(
                    field + "threshold",
                    "Give the number that it has to be " + criterion.comparison()
                            + ", or leave the comparison out to compare with the former version.");
        }
        if (criterion.baseline().isEmpty()
                && !criterion.query().isEmpty()
                && !criterion.query().contains("${version}")) {
            add(
                    field + "query",
                    "This would compare the version with itself. Write ${version} where the query names the version, or give a baseline.");
        }
        if (criterion.counts()
                && criterion.baselineTotal().isEmpty()
                && !criterion.total().contains("${version}")) {
            add(
                    field + "total",
                    "This would count the same for both versions. Write ${version} where it names the version, or give a baselineTotal.");
        }
        if (!criterion.counts() && !criterion.baselineTotal().isEmpty()) {
            add(field + "baselineTotal", "There is no total that this belongs to. Give a total, or leave this out.");
        }
        var tolerance = criterion.tolerance();
        if (tolerance != null && !(tolerance > 0 && tolerance <= (criterion.counts() ? 1 : 100))) {
            add(
                    field + "tolerance",
                    "Give by how much it may be worse before that matters: 0.01 for one in a hundred counted, 0.25 for a quarter of a figure.");
        }
    }

    private void query(String field, String query, boolean needed) {
        if (query.isEmpty()) {
            if (needed) {
                add(field, "Give the PromQL query that measures it.");
            }
            return;
        }
        if (query.length() > MAX_QUERY) {
            add(field, "This has " + query.length() + " characters. Keep it to " + MAX_QUERY + ".");
        }
        PLACEHOLDER
                .matcher(query)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .forEach(name -> {
                    if (!KNOWN.contains(name)) {
                        add(
                                field,
                                "There is nothing to put in for ${" + name
                                        + "}. Known are ${version}, ${environment}, ${product}, ${release} and ${interval}.");
                    }
                });
    }

    private void duration(String field, @Nullable Duration duration, Duration shortest) {
        if (duration != null && (duration.compareTo(shortest) < 0 || duration.compareTo(MAX_WAIT) > 0)) {
            add(field, "This is " + duration + ". Give " + shortest + " to " + MAX_WAIT.toDays() + " days.");
        }
    }

    private void add(String field, String reason) {
        flaws.add(new Flaw(field, reason));
    }
}
