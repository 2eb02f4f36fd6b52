package dev.slipway.flow.policy;

import dev.slipway.policy.spi.Table;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** Reads a decision table as its designer wrote it. */
final class TableText {

    private TableText() {}

    static Table of(DmnModelInstance model, String key, String version) {
        Decision decision = model.getModelElementById(key);
        var table =
                decision.getChildElementsByType(DecisionTable.class).stream().findFirst();
        return new Table(
                key,
                otherwise(decision.getName(), key),
                description(decision),
                version,
                table.map(TableText::inputs).orElse(List.of()),
                table.map(TableText::outputs).orElse(List.of()),
                table.map(TableText::rules).orElse(List.of()));
    }

    private static List<Table.Input> inputs(DecisionTable table) {
        return table.getInputs().stream()
                .map(input -> {
                    var expression = text(input.getInputExpression().getText());
                    return new Table.Input(otherwise(input.getLabel(), expression), expression);
                })
                .toList();
    }

    private static List<Table.Output> outputs(DecisionTable table) {
        return table.getOutputs().stream()
                .map(output -> new Table.Output(
                        otherwise(output.getLabel(), otherwise(output.getName(), "")), otherwise(output.getName(), "")))
                .toList();
    }

    private static List<Table.Rule> rules(DecisionTable table) {
        var rules = new ArrayList<Table.Rule>();
        for (Rule rule : table.getRules()) {
            rules.add(new Table.Rule(
                    rules.size() + 1,
                    otherwise(rule.getLabel(), rule.getId()),
                    description(rule),
                    rule.getInputEntries().stream()
                            .map(entry -> text(entry.getText()))
                            .toList(),
                    rule.getOutputEntries().stream()
                            .map(entry -> text(entry.getText()))
                            .toList()));
        }
        return rules;
    }

    private static String description(DmnElement element) {
        Description description = element.getDescription();
        return description == null ? "" : description.getTextContent().strip();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String otherwise(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
