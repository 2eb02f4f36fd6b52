package dev.slipway.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One question put to a decision table, and its answer.
 *
 * @param release empty where a release was asked for and none was started
 * @param table the id of the table
 * @param version the table's version tag and number, as in the release's model set
 * @param rules the ids or labels of the rules that matched, in order
 * @param outputs one map per matched rule
 */
public record Evaluation(
        String release,
        String table,
        String version,
        Instant at,
        Map<String, Object> facts,
        List<String> rules,
        List<Map<String, Object>> outputs) {

    /** The same about another release. */
    Evaluation about(String another) {
        return new Evaluation(another, table, version, at, facts, rules, outputs);
    }
}
