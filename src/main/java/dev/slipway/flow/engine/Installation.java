package dev.slipway.flow.engine;

import dev.slipway.flow.identity.Grants;
import dev.slipway.flow.identity.SharedFilters;
import dev.slipway.flow.library.ModelLibrary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings models, and the rights and filters that go with them, up to date; one node at a time, and all of it or nothing. */
@Component
class Installation {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ModelLibrary library;
    private final Grants grants;
    private final SharedFilters filters;

    Installation(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ModelLibrary library,
            Grants grants,
            SharedFilters filters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.library = library;
        this.grants = grants;
        this.filters = filters;
    }

    /** Whether anything was deployed; where the newest deployment is made of these models already, nothing is. */
    boolean install() {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            waitForOtherNodes();
            var deployed = library.refresh();
            grants.refresh();
            filters.refresh();
            return deployed;
        }));
    }

    /** Camunda's own lock for the start of an engine. */
    private void waitForOtherNodes() {
        jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query()
                .listOfRows();
    }
}
