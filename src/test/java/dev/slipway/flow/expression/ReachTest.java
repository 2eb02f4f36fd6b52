package dev.slipway.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.SlipwayTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Deploys models and tables past the model library, which would refuse them. */
@SlipwayTest
abstract class ReachTest {

    private static final Pattern REFUSED =
            Pattern.compile("cannot be reached|cannot be called|cannot be used in an expression"
                    + "|neither a variable nor a fact nor a step|Could not resolve function|are switched off");

    static final String RUNTIME = "''.getClass().forName('java.lang.Runtime')";

    @Autowired
    ProcessEngine engine;

    final String key = "p" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void reset() {
        Trace.TOUCHED.set(false);
    }

    @AfterEach
    void clean() {
        for (var deployment : engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(key)
                .list()) {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    void refuses(UnaryOperatorOfStart shape) {
        assertRefused(() -> start(process(shape)));
    }

    static void assertRefused(ThrowingCallable attempt) {
        assertThat(catchThrowable(attempt))
                .isNotNull()
                .satisfies(refusal -> assertThat(trace(refusal)).containsPattern(REFUSED));
    }

    static String trace(Throwable refusal) {
        var text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    BpmnModelInstance process(UnaryOperatorOfStart shape) {
        return shape.of(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent());
    }

    ProcessInstance start(BpmnModelInstance model) {
        return start(Bpmn.convertToString(model));
    }

    ProcessInstance start(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", model)
                .deploy();
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        key,
                        "r-1",
                        Variables.putValue("releaseId", "r-1")
                                .putValue("seats", 2)
                                .putValue(
                                        "trace",
                                        Variables.objectValue(new Trace(), true).create()));
    }

    interface UnaryOperatorOfStart {
        BpmnModelInstance of(StartEventBuilder start);
    }
}
