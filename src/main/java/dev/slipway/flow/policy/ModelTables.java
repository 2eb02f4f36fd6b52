package dev.slipway.flow.policy;

import dev.slipway.flow.expression.TableLanguages;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.flow.library.FollowedModels;
import dev.slipway.policy.spi.DecisionTables;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the tables that were deployed together with the flow that a release follows; the newest where it has not started. */
@Component
class ModelTables implements DecisionTables {

    private final RepositoryService repository;
    private final FollowedModels followed;
    private final Unrestricted unrestricted;
    private final Evaluating tables;
    private final Map<Place, DecisionDefinition> found = new ConcurrentHashMap<>();
    private final Map<String, DmnDecision> read = new ConcurrentHashMap<>();

    ModelTables(
            RepositoryService repository,
            FollowedModels followed,
            Unrestricted unrestricted,
            TableLanguages languages) {
        this.repository = repository;
        this.followed = followed;
        this.unrestricted = unrestricted;
        this.tables = new Evaluating(languages);
    }

    @Override
    public Decision decide(String release, String table, Map<String, Object> facts) {
        return table(release, table).apply(facts);
    }

    @Override
    public Function<Map<String, Object>, Decision> table(String release, String table) {
        return unrestricted.ask(() -> {
            var definition = definition(release, table);
            var decision = read.computeIfAbsent(definition.getId(), id -> parse(definition));
            return facts -> tables.decide(decision, version(definition), facts);
        });
    }

    private DecisionDefinition definition(String release, String table) {
        var deployment = deploymentBeingFollowed(release)
                .or(() -> followed.deployment(release))
                .orElseThrow(() -> new IllegalStateException("SLIP-1002 No models are deployed"));
        var place = new Place(deployment, table);
        var known = found.get(place);
        var definition = known == null ? find(place) : known;
        if (definition == null) {
            throw new IllegalStateException("SLIP-1003 The models that " + release + " follows hold no table '" + table
                    + "'; add policies/" + table + ".dmn");
        }
        found.put(place, definition);
        return definition;
    }

    private @Nullable DecisionDefinition find(Place place) {
        return repository
                .createDecisionDefinitionQuery()
                .deploymentId(place.deployment())
                .decisionDefinitionKey(place.table())
                .singleResult();
    }

    /** Where a step of the release asks, its flow is at hand. */
    private static Optional<String> deploymentBeingFollowed(String release) {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(BpmnExecutionContext::getExecution)
                .filter(execution -> release.equals(execution.getProcessBusinessKey()))
                .map(execution -> execution.getProcessDefinition().getDeploymentId());
    }

    private DmnDecision parse(DecisionDefinition definition) {
        return tables.parse(definition.getKey(), repository.getDecisionModel(definition.getId()));
    }

    static String version(DecisionDefinition definition) {
        var tag = definition.getVersionTag();
        return tag == null ? String.valueOf(definition.getVersion()) : tag + " (" + definition.getVersion() + ")";
    }

    private record Place(String deployment, String table) {}
}
