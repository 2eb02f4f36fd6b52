package dev.slipway.flow.library;

import dev.slipway.approval.spi.AskedPurposes;
import dev.slipway.catalog.FlowKey;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.release.ReleaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.springframework.stereotype.Component;

/** Reads off the models what a flow asks people for: every call of the part {@code approval}, however deep, with the purpose that reaches it. */
@Component
class AskedInModels implements AskedPurposes {

    private static final String APPROVAL = "approval";
    private static final String PURPOSE = "purpose";

    private final RepositoryService repository;
    private final FollowedModels followed;
    private final Unrestricted unrestricted;

    /** Models never change once they are deployed. */
    private final Map<String, List<String>> read = new ConcurrentHashMap<>();

    AskedInModels(RepositoryService repository, FollowedModels followed, Unrestricted unrestricted) {
        this.repository = repository;
        this.followed = followed;
        this.unrestricted = unrestricted;
    }

    @Override
    public List<String> of(ReleaseId release, FlowKey flow) {
        return unrestricted.ask(() -> followed.deployment(release.value())
                .map(deployment ->
                        read.computeIfAbsent(deployment + " " + flow, key -> asked(deployment, flow.value())))
                .orElse(List.of()));
    }

    private List<String> asked(String deployment, String flow) {
        var processes = new HashMap<String, ProcessDefinition>();
        repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()
                .forEach(process -> processes.put(process.getKey(), process));
        var purposes = new LinkedHashSet<String>();
        collect(flow, Map.of(), processes, new ArrayList<>(), purposes);
        return List.copyOf(purposes);
    }

    /** @param given what the caller hands to this process: variables with fixed values */
    private void collect(
            String process,
            Map<String, String> given,
            Map<String, ProcessDefinition> processes,
            List<String> path,
            Set<String> purposes) {
        var definition = processes.get(process);
        if (definition == null || path.contains(process)) {
            return;
        }
        var deeper = new ArrayList<>(path);
        deeper.add(process);
        for (var call :
                repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(CallActivity.class)) {
            var handed = handed(call, given);
            if (APPROVAL.equals(call.getCalledElement())) {
                var purpose = handed.get(PURPOSE);
                if (purpose != null) {
                    purposes.add(purpose);
                }
            } else {
                collect(call.getCalledElement(), handed, processes, deeper, purposes);
            }
        }
    }

    private static Map<String, String> handed(CallActivity call, Map<String, String> given) {
        var handed = new HashMap<String, String>();
        if (call.getExtensionElements() == null) {
            return handed;
        }
        for (var in : call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list()) {
            var expression = in.getCamundaSourceExpression();
            var source = in.getCamundaSource();
            var value = source != null
                    ? given.get(source)
                    : expression == null || expression.contains("{") ? null : expression;
            if (value != null && in.getCamundaTarget() != null) {
                handed.put(in.getCamundaTarget(), value);
            }
        }
        return handed;
    }
}
