package dev.slipway.flow.library;

import dev.slipway.Database;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** A model library that takes its models from the test. */
public final class TestLibrary {

    private final Database database;
    private final ModelLibrary library;
    private final FollowedModels followed;

    public TestLibrary(Database database, ProcessEngine engine) {
        this.database = database;
        this.library = new ModelLibrary(
                engine.getRepositoryService(),
                Models.check(),
                new LibrarySettings("file:nowhere", Duration.ZERO),
                database.events());
        this.followed = new FollowedModels(engine.getRepositoryService(), engine.getHistoryService(), library);
    }

    public ModelLibrary library() {
        return library;
    }

    public FollowedModels followed() {
        return followed;
    }

    /** Deploys these files, by name, as if they lay in the folder. */
    public void deploy(Map<String, String> contents) {
        database.transactions().executeWithoutResult(transaction -> library.deploy(Models.files(contents)));
    }
}
