package dev.slipway.flow.engine;

import dev.slipway.flow.identity.Grants;
import dev.slipway.flow.identity.SharedFilters;
import dev.slipway.flow.library.ModelLibrary;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings models, rights and filters up to date before anybody is served and before any job runs; one node at a time. */
@Component
class Start implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ModelLibrary library;
    private final Grants grants;
    private final SharedFilters filters;
    private final FirstAdministrator administrator;

    Start(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ModelLibrary library,
            Grants grants,
            SharedFilters filters,
            FirstAdministrator administrator) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.library = library;
        this.grants = grants;
        this.filters = filters;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(transaction -> {
            waitForOtherNodes();
            library.refresh();
            grants.refresh();
            filters.refresh();
            administrator.appoint();
        });
    }

    /** Camunda's own lock for the start of an engine. */
    private void waitForOtherNodes() {
        jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query()
                .listOfRows();
    }
}
