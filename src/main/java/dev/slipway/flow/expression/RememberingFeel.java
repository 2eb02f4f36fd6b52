package dev.slipway.flow.expression;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/** Reads every expression once. The engine's own reads it at each evaluation, which takes far longer than the evaluation itself. */
final class RememberingFeel extends ScalaFeelEngine {

    RememberingFeel() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new Remembering(super.buildFeelEngine(functions, values));
    }

    /** Expressions come from deployed models alone, so there are not many. */
    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

        Remembering(FeelEngine feel) {
            super(feel.functionProvider(), feel.valueMapper(), feel.configuration(), feel.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String expression) {
            return expressions.computeIfAbsent(expression, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String test) {
            return tests.computeIfAbsent(test, super::parseUnaryTests);
        }
    }
}
