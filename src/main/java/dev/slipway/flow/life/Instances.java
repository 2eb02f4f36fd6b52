package dev.slipway.flow.life;

import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The instances of a release in the engine: its flow on top, and the parts that it has called. */
@Component
class Instances {

    private final RuntimeService engine;

    Instances(RuntimeService engine) {
        this.engine = engine;
    }

    void start(ReleaseId release, String flow) {
        engine.createProcessInstanceByKey(flow)
                .businessKey(release.value())
                .setVariable("releaseId", release.value())
                .execute();
    }

    /** Starts a part that concerns a release that has ended; once for each value of the variable that it is given. */
    void startOnce(ReleaseId release, String part, String variable, String value, Map<String, Object> more) {
        var runs = engine.createProcessInstanceQuery()
                        .processDefinitionKey(part)
                        .processInstanceBusinessKey(release.value())
                        .variableValueEquals(variable, value)
                        .count()
                > 0;
        if (!runs) {
            engine.createProcessInstanceByKey(part)
                    .businessKey(release.value())
                    .setVariable("releaseId", release.value())
                    .setVariable(variable, value)
                    .setVariables(more)
                    .execute();
        }
    }

    List<ProcessInstance> of(ReleaseId release) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(release.value())
                .list();
    }

    Optional<ProcessInstance> top(ReleaseId release) {
        return of(release).stream()
                .filter(instance -> instance.getId().equals(instance.getRootProcessInstanceId()))
                .findFirst();
    }

    void suspend(ReleaseId release) {
        var ids = ids(release);
        if (!ids.isEmpty()) {
            engine.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(ids)
                    .suspend();
        }
    }

    void activate(ReleaseId release) {
        var ids = ids(release);
        if (!ids.isEmpty()) {
            engine.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(ids)
                    .activate();
        }
    }

    /** Ends the flow, and with it everything that it has called. */
    void end(ReleaseId release, String reason) {
        top(release).ifPresent(instance -> engine.deleteProcessInstance(instance.getId(), reason, false, true, true));
    }

    /** Tells whatever of the release waits for the message; an instance on hold does not hear it. */
    void tell(ReleaseId release, String message, Map<String, Object> variables) {
        engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(release.value())
                .setVariables(variables)
                .correlateAll();
    }

    private List<String> ids(ReleaseId release) {
        return of(release).stream().map(ProcessInstance::getId).toList();
    }
}
