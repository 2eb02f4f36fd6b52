package dev.slipway.flow.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings models, rights and filters up to date before anybody is served and before any job runs; one node at a time. */
@Component
class Start implements SmartInitializingSingleton {

    private final TransactionTemplate transactions;
    private final Installation installation;
    private final FirstAdministrator administrator;

    Start(TransactionTemplate transactions, Installation installation, FirstAdministrator administrator) {
        this.transactions = transactions;
        this.installation = installation;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(transaction -> {
            installation.install();
            administrator.appoint();
        });
    }
}
