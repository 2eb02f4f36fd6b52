package dev.slipway.flow.expression;

import camundajar.impl.scala.Product;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/** Knows what an expression of a decision table looks at. */
@SuppressWarnings("deprecation")
final class Reading {

    private final FeelEngine feel = new FeelEngine.Builder().build();
    private final Map<String, Optional<String>> facts = new ConcurrentHashMap<>();
    private final Map<String, Boolean> constants = new ConcurrentHashMap<>();
    private final Map<String, Boolean> tests = new ConcurrentHashMap<>();

    /** The one fact that the expression is; empty where it is anything more. */
    Optional<String> fact(String expression) {
        return facts.computeIfAbsent(expression, this::readFact);
    }

    /** Whether it says the same whatever the facts are. */
    boolean isConstant(String expression) {
        return constants.computeIfAbsent(expression, this::readConstant);
    }

    /** Whether these tests depend on the value of their input and on nothing else: neither on other facts nor on what a function says, such as the time. */
    boolean looksAtInputAlone(String expression) {
        return tests.computeIfAbsent(expression, this::readTests);
    }

    private Optional<String> readFact(String expression) {
        var parsed = feel.parseExpression(expression);
        return parsed.isRight()
                        && parsed.toOption().get().expression() instanceof Ref ref
                        && ref.names().length() == 1
                ? Optional.of(ref.names().head())
                : Optional.empty();
    }

    private boolean readConstant(String expression) {
        var parsed = feel.parseExpression(expression);
        return parsed.isRight() && isClosed(parsed.toOption().get().expression());
    }

    private boolean readTests(String expression) {
        var parsed = feel.parseUnaryTests(expression);
        return parsed.isRight() && isClosed(parsed.toOption().get().expression());
    }

    private static boolean isClosed(Object part) {
        if (part instanceof Ref
                || part instanceof FunctionInvocation
                || part instanceof QualifiedFunctionInvocation
                || part instanceof JavaFunctionInvocation) {
            return false;
        }
        if (part instanceof Product whole) {
            for (var index = 0; index < whole.productArity(); index++) {
                if (!isClosed(whole.productElement(index))) {
                    return false;
                }
            }
        }
        return true;
    }
}
