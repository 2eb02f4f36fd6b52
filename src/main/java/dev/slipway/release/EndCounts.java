package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts releases by state without reading them: those that ended are counted as they end, and only the pending ones are looked at. Each count is spread
 * over several slots, so that releases that end at the same time do not wait for one another.
 */
@Repository
class EndCounts {

    private static final int SLOTS = 8;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Set<ProductKey> prepared = ConcurrentHashMap.newKeySet();

    EndCounts(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Makes the product's slots, in a transaction of its own, before anything of it can end. */
    void prepare(ProductKey product) {
        if (!prepared.contains(product)) {
            try {
                transactions.executeWithoutResult(status -> insertMissing(product));
            } catch (DuplicateKeyException madeByAnotherNode) {
                transactions.executeWithoutResult(status -> insertMissing(product));
            }
            prepared.add(product);
        }
    }

    private void insertMissing(ProductKey product) {
        var there = jdbc.sql("select count(*) from release_count where product = ?")
                .param(product.value())
                .query(Long.class)
                .single();
        if (there == 0) {
            ended().forEach(state -> IntStream.range(0, SLOTS)
                    .forEach(slot -> jdbc.sql(
                                    "insert into release_count (product, state, slot, total) values (?, ?, ?, 0)")
                            .params(product.value(), state.name(), slot)
                            .update()));
        }
    }

    void ended(ProductKey product, State state, int howMany) {
        if (howMany > 0 && !add(product, state, howMany)) {
            insertMissing(product);
            add(product, state, howMany);
        }
    }

    private boolean add(ProductKey product, State state, int howMany) {
        var slot = ThreadLocalRandom.current().nextInt(SLOTS);
        return jdbc.sql("update release_count set total = total + ? where product = ? and state = ? and slot = ?")
                        .params(howMany, product.value(), state.name(), slot)
                        .update()
                == 1;
    }

    Map<State, Long> counts(@Nullable ProductKey product) {
        var counts = new EnumMap<State, Long>(State.class);
        Arrays.stream(State.values()).forEach(state -> counts.put(state, 0L));
        var where = product == null ? "" : " and product = ?";
        var parameters = product == null ? List.<Object>of() : List.<Object>of(product.value());
        jdbc.sql("select state, sum(total) as total from release_count where total > 0" + where + " group by state")
                .params(parameters)
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getLong("total"));
                });
        counts.put(
                State.PENDING,
                jdbc.sql("select count(*) from release_release where state = 'PENDING'" + where)
                        .params(parameters)
                        .query(Long.class)
                        .single());
        return counts;
    }

    private static List<State> ended() {
        return Arrays.stream(State.values()).filter(State::ended).toList();
    }
}
