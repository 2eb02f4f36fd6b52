package dev.slipway.flow.expression;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads every expression once, and remembers what a cell of a table has said about a value where it looks at nothing else. The engine's own reads an
 * expression and gathers all functions of the language anew at each evaluation, which takes far longer than the evaluation itself.
 */
final class RememberingFeel extends ScalaFeelEngine {

    private static final int MOST_ANSWERS = 20_000;

    private final Reading reading = new Reading();
    private final Map<String, Object> constants = new ConcurrentHashMap<>();
    private final Map<Cell, Boolean> answers = new ConcurrentHashMap<>();

    RememberingFeel() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new Remembering(super.buildFeelEngine(functions, values));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
        var fact = reading.fact(expression);
        if (fact.isPresent()) {
            return (T) value(fact.get(), facts);
        }
        var constant = constants.get(expression);
        if (constant != null) {
            return (T) constant;
        }
        Object value = super.evaluateSimpleExpression(expression, facts);
        if (value != null && simple(value) && reading.isConstant(expression)) {
            constants.put(expression, value);
        }
        return (T) value;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext facts) {
        var value = value(input, facts);
        if (!simple(value) || !reading.looksAtInputAlone(tests)) {
            return super.evaluateSimpleUnaryTests(tests, input, facts);
        }
        var cell = new Cell(tests, value);
        var known = answers.get(cell);
        return known == null ? answer(cell, input, facts) : known;
    }

    private boolean answer(Cell cell, String input, VariableContext facts) {
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        var answer = super.evaluateSimpleUnaryTests(cell.tests(), input, facts);
        answers.put(cell, answer);
        return answer;
    }

    private static @Nullable Object value(String name, VariableContext facts) {
        var value = facts.resolve(name);
        return value == null ? null : value.getValue();
    }

    private static boolean simple(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private record Cell(String tests, @Nullable Object value) {}

    /** Expressions come from deployed models alone, so there are not many. The methods are those that the engine asks. */
    @SuppressWarnings("deprecation")
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
