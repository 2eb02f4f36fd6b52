package dev.slipway.policy;

import dev.slipway.policy.PolicyFault.Code;
import dev.slipway.policy.spi.DecisionTables.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a table said, rule by rule. */
record Answer(String table, List<Row> rows) {

    /** A table without a matching rule says nothing, which is never taken for a yes. */
    static Answer of(String table, Decision decision, Map<String, Object> facts) {
        if (decision.outputs().isEmpty()) {
            throw new PolicyFault(
                    Code.NO_RULE,
                    table,
                    "no rule matches " + facts,
                    "Add a rule for these facts, or a last rule that matches everything.");
        }
        return lenient(table, decision);
    }

    /** For a question to which no answer is an answer, too. */
    static Answer lenient(String table, Decision decision) {
        var rows = new ArrayList<Row>();
        for (var index = 0; index < decision.outputs().size(); index++) {
            var rule = index < decision.rules().size() ? decision.rules().get(index) : "number " + (index + 1);
            rows.add(new Row(table, rule, decision.outputs().get(index)));
        }
        return new Answer(table, rows);
    }
}
