package dev.slipway.flow.library;

import dev.slipway.transaction.ReadOnce;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Which deployment of models a release follows: the one its flow was started from, or the newest where it has not been started. */
@Component
public class FollowedModels {

    private final RepositoryService repository;
    private final HistoryService history;
    private final ModelLibrary library;
    private final ReadOnce<String, Optional<String>> known = new ReadOnce<>();

    FollowedModels(RepositoryService repository, HistoryService history, ModelLibrary library) {
        this.repository = repository;
        this.history = history;
        this.library = library;
    }

    /** The deployment's id; empty where no models are deployed. Whoever calls may read everything in the engine. */
    public Optional<String> deployment(String release) {
        return known.get(
                release,
                () -> started(release)
                        .or(() -> Optional.ofNullable(library.newest()).map(Deployment::getId)));
    }

    private Optional<String> started(String release) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(release)
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(flow -> repository
                        .getProcessDefinition(flow.getProcessDefinitionId())
                        .getDeploymentId());
    }
}
