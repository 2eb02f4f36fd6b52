package dev.slipway.flow.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

class ModelLibraryTests {

    private static final String FLOW = "flows/p.bpmn";
    private static final String PART = "parts/q.bpmn";

    @EveryDatabase
    void deploysEverythingAnewWhenAnythingHasChangedAndNothingOtherwise(Database database) {
        var engine = TestEngine.on(database);
        var library = library(database, engine);
        var both = Map.of(FLOW, Models.asking("p", "qa"), PART, Models.asking("q", "qa"));

        deploy(database, library, both);
        deploy(database, library, both);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(1);
        assertThat(database.published(ModelsDeployed.class)).hasSize(1);

        deploy(database, library, Map.of(FLOW, Models.asking("p", "security"), PART, Models.asking("q", "qa")));
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(2);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("q")
                        .count())
                .isEqualTo(2);
        assertThat(database.published(ModelsDeployed.class)).hasSize(2).last().satisfies(event -> {
            assertThat(event.chain()).isEqualTo("slipway");
            assertThat(event.files()).containsOnlyKeys(FLOW, PART);
        });
        engine.close();
    }

    @EveryDatabase
    void startsNothingFromAModelWhoseFileIsGone(Database database) {
        var engine = TestEngine.on(database);
        var library = library(database, engine);
        deploy(database, library, Map.of(FLOW, Models.asking("p", "qa"), PART, Models.asking("q", "qa")));
        var running = engine.getRuntimeService().startProcessInstanceByKey("q");

        deploy(database, library, Map.of(FLOW, Models.asking("p", "qa")));

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("q"))
                .hasMessageContaining("suspended");
        engine.getRuntimeService().startProcessInstanceByKey("p");
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(running.getId())
                .singleResult();
        engine.getTaskService().complete(task.getId());

        deploy(database, library, Map.of(FLOW, Models.asking("p", "qa"), PART, Models.asking("q", "qa")));
        engine.getRuntimeService().startProcessInstanceByKey("q");
        engine.close();
    }

    @EveryDatabase
    void offersTheFlowsAndNotTheParts(Database database) {
        var engine = TestEngine.on(database);
        var library = library(database, engine);
        assertThat(library.flows()).isEmpty();
        deploy(database, library, Map.of(FLOW, Models.asking("p", "qa"), PART, Models.asking("q", "qa")));
        assertThat(library.flows()).containsExactly("p");
        engine.close();
    }

    @EveryDatabase
    void deploysNothingWhereOneModelIsWrong(Database database) {
        var engine = TestEngine.on(database);
        var library = library(database, engine);
        assertThatThrownBy(() -> deploy(
                        database,
                        library,
                        Map.of(FLOW, Models.asking("p", "qa"), PART, Models.process("q", "<bpmn:scriptTask id='s'/>"))))
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("SLIP-1001")
                .hasMessageContaining("parts/q.bpmn, s: a scriptTask cannot be used");
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
        engine.close();
    }

    private static void deploy(Database database, ModelLibrary library, Map<String, String> contents) {
        database.transactions().executeWithoutResult(transaction -> library.deploy(Models.files(contents)));
    }

    private static ModelLibrary library(Database database, ProcessEngine engine) {
        return new ModelLibrary(
                engine.getRepositoryService(),
                Models.check(),
                new LibrarySettings("file:nowhere", Duration.ZERO),
                database.events());
    }
}
