package dev.slipway.flow;

import dev.slipway.Database;
import java.util.Collections;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** An engine of its own on the database of one test, in the transactions of that test. */
public final class TestEngine {

    private TestEngine() {}

    public static ProcessEngine on(Database database) {
        return on(database, engine -> {});
    }

    public static ProcessEngine on(Database database, Consumer<ProcessEngineConfigurationImpl> settings) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("test" + System.nanoTime());
        engine.setDataSource(database.dataSource());
        engine.setTransactionManager(
                Objects.requireNonNull(database.transactions().getTransactionManager()));
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("full");
        engine.setHistoryTimeToLive("P1D");
        engine.setJobExecutorActivate(false);
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9@._-]+");
        engine.setBeans(Collections.emptyMap());
        settings.accept(engine);
        return engine.buildProcessEngine();
    }
}
