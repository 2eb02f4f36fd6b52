package dev.slipway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.Objects;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnceTests {

    private final ReadOnce<String, Integer> read = new ReadOnce<>();
    private int truth;

    @EveryDatabase
    void readsAgainInTheNextTransactionOnly(Database database) {
        database.transactions().executeWithoutResult(status -> {
            assertThat(told("a")).isEqualTo(1);
            assertThat(told("a")).isEqualTo(1);
            assertThat(told("b")).isEqualTo(2);
        });

        database.transactions()
                .executeWithoutResult(status -> assertThat(told("a")).isEqualTo(3));
    }

    @EveryDatabase
    void readsAgainWhatItHasWritten(Database database) {
        database.transactions().executeWithoutResult(status -> {
            assertThat(told("a")).isEqualTo(1);
            assertThat(told("b")).isEqualTo(2);
            read.forget("a");
            assertThat(told("a")).isEqualTo(3);
            assertThat(told("b")).isEqualTo(2);
            assertThat(read.seen("b", 7)).isEqualTo(7);
            assertThat(told("b")).isEqualTo(7);
        });
    }

    @EveryDatabase
    void knowsNothingOutsideATransactionNorAfterARollback(Database database) {
        assertThat(told("a")).isEqualTo(1);
        assertThat(told("a")).isEqualTo(2);
        database.transactions().executeWithoutResult(status -> {
            assertThat(told("a")).isEqualTo(3);
            status.setRollbackOnly();
        });
        assertThat(told("a")).isEqualTo(4);
    }

    @EveryDatabase
    void sharesNothingWithATransactionWithin(Database database) {
        var apart = new TransactionTemplate(
                Objects.requireNonNull(database.transactions().getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.transactions().executeWithoutResult(status -> {
            assertThat(told("a")).isEqualTo(1);
            apart.executeWithoutResult(within -> assertThat(told("a")).isEqualTo(2));
            assertThat(told("a")).isEqualTo(1);
        });
    }

    @EveryDatabase
    void forgetsWithASavepointWhatWasReadBefore(Database database) {
        database.transactions().executeWithoutResult(status -> {
            var savepoint = status.createSavepoint();
            assertThat(told("a")).isEqualTo(1);
            status.rollbackToSavepoint(savepoint);
            assertThat(told("a")).isEqualTo(2);
        });
    }

    private int told(String key) {
        return read.get(key, () -> ++truth);
    }
}
