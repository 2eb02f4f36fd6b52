package dev.slipway.flow.library;

import dev.slipway.flow.expression.FeelSyntax;
import dev.slipway.flow.expression.Vocabulary;
import dev.slipway.policy.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks one DMN file. */
final class TableCheck {

    private static final Pattern LANGUAGE =
            Pattern.compile("|feel|FEEL|juel|JUEL|https://www\\.omg\\.org/spec/.*/FEEL/");
    private static final Pattern JUEL = Pattern.compile("juel|JUEL");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> VALUES = Set.of("true", "false", "null");
    private static final String ANYTHING = "-";
    private static final int LONGEST = 2_000;

    private final String file;
    private final ExpressionCheck expressions;
    private final List<ModelFlaw> flaws = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();

    TableCheck(String file, Vocabulary vocabulary) {
        this.file = file;
        this.expressions = new ExpressionCheck(vocabulary);
    }

    List<ModelFlaw> of(Document document) {
        var id = ModelNames.id(file);
        var decides = false;
        for (var element : Xml.tree(document.getDocumentElement())) {
            decides |= element.getLocalName().equals("decision")
                    && element.getAttribute("id").equals(id);
            var language = element.getAttribute("expressionLanguage");
            if (!LANGUAGE.matcher(language).matches()) {
                flaw(element, "a table is written in FEEL or JUEL, and not in " + language);
            }
            switch (element.getLocalName()) {
                case "inputExpression", "inputEntry", "outputEntry" -> cell(element, language);
                case "rule" -> rule(element);
                default -> {}
            }
            if (element.getLocalName().equals("text")) {
                expressions.flaws(Xml.text(element)).forEach(reason -> flaw(element, reason));
            }
        }
        if (!decides) {
            flaw(document.getDocumentElement(), "a file holds a decision whose id is the file's name, " + id);
        }
        return flaws;
    }

    /** Decisions are kept under the labels of the rules that matched. */
    private void rule(Element rule) {
        var label = rule.getAttribute("label");
        if (!label.isBlank() && !labels.add(label)) {
            flaw(rule, "another rule is called '" + label + "', too; give each a name of its own");
        }
    }

    private void cell(Element cell, String language) {
        var text = Xml.children(cell).stream()
                .filter(child -> child.getLocalName().equals("text"))
                .map(Xml::text)
                .findFirst()
                .orElse("");
        if (text.isEmpty() || text.equals(ANYTHING) || JUEL.matcher(language).matches()) {
            return;
        }
        if (text.length() > LONGEST) {
            flaw(cell, "has " + text.length() + " characters; keep a cell to " + LONGEST);
            return;
        }
        var kind = cell.getLocalName();
        (kind.equals("inputEntry") ? FeelSyntax.testFlaw(text) : FeelSyntax.valueFlaw(text))
                .ifPresent(reason -> flaw(
                        cell,
                        "'" + text + "' is no FEEL: " + reason + "; write "
                                + (kind.equals("inputEntry")
                                        ? "a condition such as \"high\", >= 20 or [1..5], or leave the cell empty"
                                        : "a value such as \"low\" or 2, or the name of a fact")));
        if (kind.equals("inputExpression")
                && NAME.matcher(text).matches()
                && !VALUES.contains(text)
                && Fact.of(text).isEmpty()) {
            flaw(cell, "there is no fact '" + text + "'; docs/reference/facts.md lists those that there are");
        }
    }

    private void flaw(Element element, String reason) {
        flaws.add(new ModelFlaw(file, Xml.line(element), Xml.place(element), reason));
    }
}
