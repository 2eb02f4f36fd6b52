package dev.slipway.flow.library;

import dev.slipway.flow.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Refuses an expression that could not be answered when it runs: see {@link dev.slipway.flow.expression}. */
final class ExpressionCheck {

    private static final Pattern ALLOWED_MEMBER = Pattern.compile(
            "execution\\s*\\.\\s*(processBusinessKey|hasVariable\\s*\\(\\s*('[^']*'|\"[^\"]*\")\\s*\\))");
    private static final Pattern STEP = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Set<String> FUNCTIONS = Set.of("now");

    private final Vocabulary vocabulary;

    ExpressionCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reasons why this text, which may hold expressions, cannot be taken; none where it can. */
    List<String> flaws(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return List.of();
        }
        try {
            var flaws = new ArrayList<String>();
            walk(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), flaws);
            return flaws;
        } catch (TreeBuilderException malformed) {
            return List.of("the expression " + text + " cannot be read: " + malformed.getMessage());
        }
    }

    /** As {@link #flaws}, for what must be exactly one known step. */
    List<String> stepFlaws(String text) {
        var step = STEP.matcher(text);
        if (!step.matches()) {
            return List.of("a delegate expression names one step, such as ${assessRisk}, and not " + text);
        }
        if (!vocabulary.steps().contains(step.group(1))) {
            return List.of("there is no step '" + step.group(1) + "'; there are "
                    + vocabulary.steps().stream().sorted().toList());
        }
        return List.of();
    }

    private void walk(Node node, List<String> flaws) {
        if (node instanceof AstMethod || node instanceof AstProperty) {
            var written = written(node);
            if (!ALLOWED_MEMBER.matcher(written).matches()) {
                flaws.add(
                        "'" + written + "' cannot be reached from an expression; only execution.processBusinessKey and"
                                + " execution.hasVariable('name') can");
            }
            return;
        }
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
            flaws.add("there is no function '" + function.getName() + "'; there is now()");
        }
        if (node instanceof AstIdentifier name && vocabulary.steps().contains(name.getName())) {
            flaws.add("the step '" + name.getName() + "' can only be named as a delegate expression");
        }
        for (var index = 0; index < node.getCardinality(); index++) {
            var child = node.getChild(index);
            if (child != null) {
                walk(child, flaws);
            }
        }
    }

    private static String written(Node node) {
        if (!(node instanceof org.camunda.bpm.impl.juel.ExpressionNode expression)) {
            return node.toString();
        }
        return expression.getStructuralId(null).replaceAll("^[$#]\\{|}$", "").strip();
    }
}
