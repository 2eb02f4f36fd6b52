package dev.slipway.flow;

import dev.slipway.Database;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
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
        var engine = new Settings();
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

    /** Reading the mappings takes nearly all the time that an engine needs to start, and they are the same for all on one kind of database. */
    private static final class Settings extends SpringProcessEngineConfiguration {

        private static final Map<String, Configuration> MAPPINGS = new ConcurrentHashMap<>();

        @Override
        protected void initSqlSessionFactory() {
            var mappings = MAPPINGS.get(databaseType);
            if (mappings == null) {
                super.initSqlSessionFactory();
                MAPPINGS.put(databaseType, sqlSessionFactory.getConfiguration());
            } else {
                sqlSessionFactory = new Sessions(mappings, new Environment("test", transactionFactory, dataSource));
            }
        }
    }

    private static final class Sessions extends DefaultSqlSessionFactory {

        private final Environment own;

        Sessions(Configuration mappings, Environment own) {
            super(mappings);
            this.own = own;
        }

        @Override
        public SqlSession openSession() {
            var transaction = own.getTransactionFactory().newTransaction(own.getDataSource(), null, false);
            var executor = getConfiguration().newExecutor(transaction);
            return new DefaultSqlSession(getConfiguration(), executor, false);
        }
    }
}
