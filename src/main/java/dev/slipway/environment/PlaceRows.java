package dev.slipway.environment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One row per place; whoever changes claims or the queue of a place holds its row until the transaction ends. */
@Repository
class PlaceRows {

    private static final Logger log = LoggerFactory.getLogger(PlaceRows.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    PlaceRows(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions.getTransactionManager(), transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Waits for the place and keeps it. Its row is made once, in a transaction of its own: a lost race must not spoil the caller's. */
    void lock(Place place) {
        if (!locked(place)) {
            make(place);
            if (!locked(place)) {
                throw new IllegalStateException("the row of " + place + " is gone");
            }
        }
    }

    private void make(Place place) {
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into environment_place (environment, product) values (?, ?)")
                            .params(place.environment().value(), place.product().value())
                            .update());
        } catch (DuplicateKeyException another) {
            log.debug("{} was made by another at the same time", place);
        }
    }

    private boolean locked(Place place) {
        return jdbc.sql("select product from environment_place where environment = ? and product = ? for update")
                .params(place.environment().value(), place.product().value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Where the release holds or waits for something, in the one order in which places are locked. */
    List<Place> of(ReleaseId release) {
        return jdbc.sql("""
                        select environment, product from environment_claim where release = ?
                        union
                        select environment, product from environment_waiter where release = ?
                        order by environment, product""")
                .params(release.value(), release.value())
                .query((row, index) -> new Place(
                        new EnvironmentKey(row.getString("environment")), new ProductKey(row.getString("product"))))
                .list();
    }
}
