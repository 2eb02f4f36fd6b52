package dev.slipway.policy.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Evaluates a decision table of the model set that a release started with. */
public interface DecisionTables {

    Decision decide(String release, String table, Map<String, Object> facts);

    /** The same table, to be asked several times at one moment. */
    default Function<Map<String, Object>, Decision> table(String release, String table) {
        return facts -> decide(release, table, facts);
    }

    /** What the table said: its version, the rules that matched and their outputs, in order. */
    record Decision(String version, List<String> rules, List<Map<String, Object>> outputs) {}
}
