package dev.slipway.flow.policy;

import dev.slipway.flow.expression.TableLanguages;
import dev.slipway.policy.spi.DecisionTables;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;

/** Reads and evaluates decision tables in the restricted languages; from several threads at once. */
final class Evaluating {

    private final MatchedRules matched = new MatchedRules();
    private final DmnEngine tables;

    Evaluating(TableLanguages languages) {
        this.tables = languages.engine(matched);
    }

    DmnDecision parse(String key, InputStream model) {
        return tables.parseDecision(key, model);
    }

    DecisionTables.Decision decide(DmnDecision decision, String version, Map<String, Object> facts) {
        var rules = matched.of(() -> tables.evaluateDecisionTable(decision, facts));
        return new DecisionTables.Decision(
                version,
                rules.stream().map(rule -> name(decision, rule)).toList(),
                rules.stream().map(Evaluating::outputs).toList());
    }

    private static String name(DmnDecision decision, DmnEvaluatedDecisionRule matched) {
        var rules = ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules();
        return rules.stream()
                .filter(rule -> rule.getId().equals(matched.getId()))
                .map(DmnDecisionTableRuleImpl::getName)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(matched.getId());
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        var outputs = new LinkedHashMap<String, Object>();
        rule.getOutputEntries().forEach((name, output) -> {
            var value = output.getValue().getValue();
            if (value != null) {
                outputs.put(name, value);
            }
        });
        return outputs;
    }
}
