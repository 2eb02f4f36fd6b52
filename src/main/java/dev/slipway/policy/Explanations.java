package dev.slipway.policy;

import dev.slipway.policy.Explanation.Answered;
import dev.slipway.policy.Explanation.Condition;
import dev.slipway.policy.Explanation.MatchedRule;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says why a table decided as it did, by the rules of the very version that did. */
@Service
public class Explanations {

    private static final String ANYTHING = "-";

    private final TableLibrary tables;
    private final EvaluationRows evaluations;

    Explanations(TableLibrary tables, EvaluationRows evaluations) {
        this.tables = tables;
        this.evaluations = evaluations;
    }

    /** Everything that was decided about a release, oldest first. */
    public List<Explanation> of(String release) {
        return evaluations.of(release).stream().map(this::of).toList();
    }

    /** The newest decisions of a table, newest first, before this one (from the start where 0). */
    public List<Numbered> newest(String table, long before, int limit) {
        return evaluations.page(table, before, limit).stream()
                .map(kept -> new Numbered(kept.id(), of(kept.evaluation())))
                .toList();
    }

    public Explanation of(Evaluation evaluation) {
        var table = tables.find(evaluation.table(), evaluation.version());
        var because = new ArrayList<MatchedRule>();
        for (var index = 0; index < evaluation.rules().size(); index++) {
            var name = evaluation.rules().get(index);
            var outputs =
                    index < evaluation.outputs().size() ? evaluation.outputs().get(index) : Map.<String, Object>of();
            because.add(table.flatMap(known -> rule(known, name))
                    .map(rule -> matched(table.get(), rule, evaluation.facts(), outputs))
                    .orElseGet(() -> new MatchedRule(0, name, "", List.of(), answers(outputs))));
        }
        return new Explanation(
                evaluation, table.map(Table::name).orElse(evaluation.table()), because, nearly(evaluation, table));
    }

    private List<Explanation.NearMiss> nearly(Evaluation evaluation, Optional<Table> table) {
        return table.map(known -> tables.nearly(known, evaluation.facts()).stream()
                        .map(near -> new Explanation.NearMiss(
                                near.rule().number(),
                                near.rule().annotation(),
                                condition(known, near.rule(), near.input(), evaluation.facts()),
                                List.of()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Table.Rule> rule(Table table, String name) {
        return table.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private static MatchedRule matched(
            Table table, Table.Rule rule, Map<String, Object> facts, Map<String, Object> outputs) {
        var conditions = new ArrayList<Condition>();
        for (var input = 0; input < table.inputs().size(); input++) {
            var test = rule.tests().get(input);
            if (!test.isEmpty() && !test.equals(ANYTHING)) {
                conditions.add(condition(table, rule, input, facts));
            }
        }
        return new MatchedRule(rule.number(), rule.name(), rule.annotation(), conditions, answers(table, outputs));
    }

    private static Condition condition(Table table, Table.Rule rule, int input, Map<String, Object> facts) {
        var looked = table.inputs().get(input);
        return new Condition(looked.label(), rule.tests().get(input), facts.get(looked.expression()));
    }

    private static List<Answered> answers(Table table, Map<String, Object> outputs) {
        return table.outputs().stream()
                .filter(output -> outputs.containsKey(output.name()))
                .map(output -> new Answered(output.label(), outputs.get(output.name())))
                .toList();
    }

    private static List<Answered> answers(Map<String, Object> outputs) {
        return outputs.entrySet().stream()
                .map(output -> new Answered(output.getKey(), output.getValue()))
                .toList();
    }

    /** @param id its place among all decisions, to read on from */
    public record Numbered(long id, Explanation explanation) {}
}
