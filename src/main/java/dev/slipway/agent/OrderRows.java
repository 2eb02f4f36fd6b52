package dev.slipway.agent;

import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of orders. */
@Repository
class OrderRows {

    private static final String SELECT = "select id, visit, work, topic, release_id, product, selector, details, state,"
            + " placed_at, attempts, agent, worker, locked_until, host, busy_until, reason from agent_order";
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrderDraft draft, Instant at, Instant wantedUntil) {
        jdbc.sql(
                        "insert into agent_order (visit, work, topic, release_id, product, selector, details, state, placed_at,"
                                + " wanted_until, attempts, agent, worker, host, reason) values (:visit, :work, :topic,"
                                + " :release, :product, :selector, :details, 'OPEN', :at, :wanted, 0, '', '', '', '')")
                .param("visit", draft.visit())
                .param("work", draft.work())
                .param("topic", draft.topic())
                .param("release", draft.release().value())
                .param("product", draft.product().value())
                .param("selector", draft.selector().text())
                .param("details", draft.details())
                .param("at", column(at))
                .param("wanted", column(wantedUntil))
                .update();
    }

    Optional<Order> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> order(row))
                .optional();
    }

    /** Keeps everybody else from changing it until the transaction ends. */
    Optional<Order> lock(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query((row, number) -> order(row))
                .optional();
    }

    Optional<Order> find(String visit, String work) {
        return jdbc.sql(SELECT + " where visit = ? and work = ?")
                .params(visit, work)
                .query((row, number) -> order(row))
                .optional();
    }

    List<Order> unfinished(Collection<String> visits) {
        return jdbc.sql(SELECT + " where visit in (:visits) and state in ('OPEN', 'TAKEN') order by id")
                .param("visits", visits)
                .query((row, number) -> order(row))
                .list();
    }

    /** What agents have in hand now. */
    List<Order> taken() {
        return jdbc.sql(SELECT + " where state = 'TAKEN' order by id")
                .query((row, number) -> order(row))
                .list();
    }

    /** The oldest that nobody has, and that somebody still waits for. */
    List<Order> free(Collection<String> topics, Instant now) {
        return jdbc.sql(SELECT + " where (state = 'OPEN' or (state = 'TAKEN' and locked_until < :now))"
                        + " and topic in (:topics) and wanted_until > :now order by id fetch first " + AT_ONCE
                        + " rows only")
                .param("topics", topics)
                .param("now", column(now))
                .query((row, number) -> order(row))
                .list();
    }

    /** Gives it to a hand; of many that ask at once one gets it. */
    boolean take(Order order, String agent, String worker, Instant until) {
        return jdbc.sql("update agent_order set state = 'TAKEN', agent = ?, worker = ?, locked_until = ?,"
                                + " attempts = attempts + 1 where id = ? and state = ? and attempts = ?")
                        .params(
                                agent,
                                worker,
                                column(until),
                                order.id(),
                                order.state().name(),
                                order.attempts())
                        .update()
                == 1;
    }

    /** Writes only where it would soon have run out: whoever waits asks every second. */
    void want(long id, Instant until, Instant soon) {
        jdbc.sql("update agent_order set wanted_until = ? where id = ? and wanted_until < ?")
                .params(column(until), id, column(soon))
                .update();
    }

    void extend(long id, Instant until) {
        jdbc.sql("update agent_order set locked_until = ? where id = ?")
                .params(column(until), id)
                .update();
    }

    void begun(long id, String host, Instant busyUntil) {
        jdbc.sql("update agent_order set host = ?, busy_until = ? where id = ?")
                .params(host, column(busyUntil), id)
                .update();
    }

    /** Nothing of it works any more, wherever it was begun. */
    void state(long id, Order.State state, String reason) {
        jdbc.sql("update agent_order set state = ?, reason = ?, host = '', busy_until = null, locked_until = null"
                        + " where id = ?")
                .params(state.name(), reason, id)
                .update();
    }

    /** Whoever takes it next has to look whether it works still. */
    void free(long id) {
        jdbc.sql("update agent_order set state = 'OPEN', locked_until = null where id = ? and state = 'TAKEN'")
                .param(id)
                .update();
    }

    void freeAllOf(String agent) {
        jdbc.sql("update agent_order set state = 'OPEN', locked_until = null where agent = ? and state = 'TAKEN'")
                .param(agent)
                .update();
    }

    void drop(long id) {
        jdbc.sql("delete from agent_order where id = ?").param(id).update();
    }

    void forget(ReleaseId release) {
        jdbc.sql("delete from agent_order where release_id = ?")
                .param(release.value())
                .update();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getString("visit"),
                row.getString("work"),
                row.getString("topic"),
                new ReleaseId(row.getString("release_id")),
                new ProductKey(row.getString("product")),
                new Selector(row.getString("selector")),
                row.getString("details"),
                Order.State.valueOf(row.getString("state")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("agent"),
                row.getString("worker"),
                instant(row, "locked_until"),
                row.getString("host"),
                instant(row, "busy_until"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
