package dev.slipway.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTests {

    private final Reading reading = new Reading();

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a\"", "\"a\",\"b\"", "not(\"a\")", "<= 5", "[1..5]", "> 3, < 1", "true", "null", "? + 1 > 2"})
    void knowsTestsOfTheInputAlone(String tests) {
        assertThat(reading.looksAtInputAlone(tests)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other",
                "< limit",
                "[low..high]",
                "not(other)",
                "\"a\", other",
                "? > other.limit",
                "contains(?, \"a\")",
                "< today()",
                "if other then true else false",
                "some x in list satisfies x = ?",
                "("
            })
    void knowsTestsOfMore(String tests) {
        assertThat(reading.looksAtInputAlone(tests)).isFalse();
    }

    @Test
    void knowsAnExpressionThatIsOneFact() {
        assertThat(reading.fact("risk")).contains("risk");
        assertThat(reading.fact("risk.level")).isEmpty();
        assertThat(reading.fact("commits + 1")).isEmpty();
        assertThat(reading.fact("\"risk\"")).isEmpty();
    }

    @Test
    void knowsConstants() {
        assertThat(reading.isConstant("\"high\"")).isTrue();
        assertThat(reading.isConstant("2 + 3")).isTrue();
        assertThat(reading.isConstant("commits + 3")).isFalse();
        assertThat(reading.isConstant("now()")).isFalse();
    }

    @Test
    void answersAlikeWithAndWithoutAMemory() {
        var feel = new RememberingFeel();
        var engines = new ScalaFeelEngine(List.of());
        for (var value : new Object[] {1, 2, 2L, 2.0, 5, "2", "a", true}) {
            for (var tests : new String[] {"2", "<= 2", "\"a\"", "\"2\"", "true", "not(2)", "[1..3]"}) {
                var facts = Variables.fromMap(Map.of("cellInput", value)).asVariableContext();
                var first = feel.evaluateSimpleUnaryTests(tests, "cellInput", facts);
                assertThat(feel.evaluateSimpleUnaryTests(tests, "cellInput", facts))
                        .as(tests + " of " + value)
                        .isEqualTo(first);
                assertThat(engines.evaluateSimpleUnaryTests(tests, "cellInput", facts))
                        .as("the same, as the engine's own says")
                        .isEqualTo(first);
            }
        }
    }
}
