package dev.slipway.flow.expression;

import camundajar.impl.scala.util.Either;
import java.util.Optional;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Reads the FEEL of decision tables without evaluating it, by the methods that the engine uses itself. */
@SuppressWarnings("deprecation")
public final class FeelSyntax {

    private static final FeelEngine FEEL = new FeelEngine(
            FeelEngine.defaultFunctionProvider(),
            FeelEngine.defaultValueMapper(),
            FeelEngine.defaultConfiguration(),
            FeelEngine.defaultClock());

    private FeelSyntax() {}

    /** Why this is no condition such as {@code >= 20} or {@code "high", "low"}; empty where it is one. */
    public static Optional<String> testFlaw(String text) {
        return flaw(FEEL.parseUnaryTests(text));
    }

    /** Why this is no value; empty where it is one. */
    public static Optional<String> valueFlaw(String text) {
        return flaw(FEEL.parseExpression(text));
    }

    private static Optional<String> flaw(Either<Failure, ParsedExpression> parsed) {
        return parsed.isLeft() ? Optional.of(parsed.swap().toOption().get().message()) : Optional.empty();
    }
}
