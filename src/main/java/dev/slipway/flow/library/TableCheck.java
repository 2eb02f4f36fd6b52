package dev.slipway.flow.library;

import dev.slipway.flow.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks one DMN file. */
final class TableCheck {

    private static final Pattern LANGUAGE =
            Pattern.compile("|feel|FEEL|juel|JUEL|https://www\\.omg\\.org/spec/.*/FEEL/");

    private final String file;
    private final ExpressionCheck expressions;
    private final List<ModelFlaw> flaws = new ArrayList<>();

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
            if (element.getLocalName().equals("text")) {
                expressions.flaws(Xml.text(element)).forEach(reason -> flaw(element, reason));
            }
        }
        if (!decides) {
            flaw(document.getDocumentElement(), "a file holds a decision whose id is the file's name, " + id);
        }
        return flaws;
    }

    private void flaw(Element element, String reason) {
        flaws.add(new ModelFlaw(file, Xml.place(element), reason));
    }
}
