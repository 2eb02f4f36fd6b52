package dev.slipway.flow.policy;

import dev.slipway.flow.expression.TableLanguages;
import dev.slipway.policy.spi.DecisionTables;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary.Flaw;
import dev.slipway.policy.spi.TableLibrary.Reading;
import dev.slipway.policy.spi.TableLibrary.Trial;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes tables that can be asked without being deployed. Whoever tries one may not be whoever deploys, so a table that could keep a processor busy for
 * long is not taken.
 */
final class TableTrials {

    private static final int MOST_CELLS = 20_000;
    private static final int LONGEST_CELL = 2_000;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
    private static final Pattern ENDLESS =
            Pattern.compile("\\b(for|some|every|function|matches|replace|split|extract)\\b|\\*\\*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Evaluating evaluating;

    TableTrials(TableLanguages languages) {
        this.evaluating = new Evaluating(languages);
    }

    Reading read(String key, String file, byte[] content) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
            var texts = texts(model);
            var flaws = flaws(file, new String(content, StandardCharsets.UTF_8), texts);
            if (!flaws.isEmpty()) {
                return new Reading.Flawed(flaws);
            }
            var decision = evaluating.parse(key, new ByteArrayInputStream(content));
            return decision.isDecisionTable()
                    ? new Reading.Sound(
                            new Parsed(evaluating, decision, TableText.of(model, key, "tried"), names(texts)))
                    : new Reading.Flawed(
                            List.of(new Flaw(file, 0, key, "holds no table; give a decision with a decision table")));
        } catch (ModelException | DmnEngineException wrong) {
            return new Reading.Flawed(List.of(new Flaw(file, 0, key, reason(wrong))));
        }
    }

    private static List<String> texts(DmnModelInstance model) {
        return model.getModelElementsByType(Text.class).stream()
                .map(Text::getTextContent)
                .toList();
    }

    private static List<Flaw> flaws(String file, String source, List<String> texts) {
        var flaws = new ArrayList<Flaw>();
        if (texts.size() > MOST_CELLS) {
            flaws.add(new Flaw(
                    file, 0, "the table", "has " + texts.size() + " cells; at most " + MOST_CELLS + " are replayed"));
        }
        for (var text : texts) {
            cell(text).ifPresent(flaw -> flaws.add(new Flaw(file, line(source, text), "a cell", flaw)));
        }
        return flaws;
    }

    private static Optional<String> cell(String text) {
        if (text.length() > LONGEST_CELL) {
            return Optional.of("has " + text.length() + " characters; at most " + LONGEST_CELL + " are replayed");
        }
        var endless = ENDLESS.matcher(QUOTED.matcher(text).replaceAll("\"\""));
        return endless.find()
                ? Optional.of("'" + text + "' holds '" + endless.group()
                        + "', which may take very long and is not replayed; write the condition without it")
                : Optional.empty();
    }

    /** Where a cell's text stands in the file, as it is written there or with its signs spelled out; 0 where it is spelled otherwise. */
    private static int line(String source, String text) {
        var plain = source.indexOf(text);
        var spelled = source.indexOf(HtmlUtils.htmlEscape(text));
        var at = plain < 0 ? spelled : plain;
        return at < 0
                ? 0
                : Math.toIntExact(source.substring(0, at)
                                .chars()
                                .filter(sign -> sign == '\n')
                                .count())
                        + 1;
    }

    private static Set<String> names(List<String> texts) {
        return texts.stream()
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The engine wraps what is wrong into what it was doing. */
    private static String reason(RuntimeException wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "cannot be read as DMN: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                + "; open it in Camunda Modeler and save it again";
    }

    private record Parsed(Evaluating evaluating, DmnDecision decision, Table table, Set<String> names)
            implements Trial {

        /** Facts that it cannot be asked with are facts that no rule matches. */
        @Override
        public DecisionTables.Decision decide(Map<String, Object> facts) {
            try {
                return evaluating.decide(decision, table.version(), facts);
            } catch (DmnEngineException | FeelException unanswerable) {
                return new DecisionTables.Decision(table.version(), List.of(), List.of());
            }
        }

        @Override
        public boolean looksAt(String fact) {
            return names.contains(fact);
        }
    }
}
