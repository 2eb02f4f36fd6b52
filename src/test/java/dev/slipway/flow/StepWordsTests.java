package dev.slipway.flow;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.SlipwayTest;
import dev.slipway.flow.expression.Vocabulary;
import dev.slipway.flow.step.DeclaredStep;
import dev.slipway.flow.step.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Models are held against the words that steps really know. */
@SlipwayTest
class StepWordsTests {

    @Autowired
    Vocabulary vocabulary;

    @Test
    void modelsNameTheStepsThatThereAre() {
        assertThat(StepWords.DECISION_STEPS).isEqualTo(required(false));
        assertThat(StepWords.WORK_STEPS).isEqualTo(required(true));
        assertThat(vocabulary.steps()).containsAll(StepWords.DECISION_STEPS.keySet());
    }

    @Test
    void modelsNameTheErrorsThatStepsRaise() {
        var errors = new HashMap<String, String>();
        DeclaredStep.all()
                .forEach(step -> Arrays.stream(step.step().errors())
                        .forEach(fault -> errors.put(step.isWork() ? step.name() : step.bean(), fault.code())));

        assertThat(StepWords.ERRORS).isEqualTo(errors);
    }

    @Test
    void modelsNameTheFactsThatThereAre() {
        assertThat(vocabulary.facts()).isEqualTo(StepWords.FACTS);
    }

    @Test
    void modelsReadTheResultsThatStepsLeave() {
        var results = DeclaredStep.all().stream()
                .flatMap(step -> Arrays.stream(step.step().outputs()))
                .map(Step.Output::name)
                .collect(toSet());

        assertThat(StepWords.RESULTS).containsAll(results);
    }

    private static Map<String, Set<String>> required(boolean work) {
        return DeclaredStep.all().stream()
                .filter(step -> step.isWork() == work)
                .collect(toMap(
                        step -> work ? step.name() : step.bean(),
                        step -> Arrays.stream(step.step().inputs())
                                .filter(input -> !input.optional())
                                .map(Step.Input::name)
                                .collect(toSet())));
    }
}
