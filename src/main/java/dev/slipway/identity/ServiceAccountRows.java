package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All service accounts. */
@Repository
class ServiceAccountRows {

    private static final String SELECT =
            "select name, owner, enabled, created_at, created_by from identity_service_account";

    private final JdbcClient jdbc;

    ServiceAccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ServiceAccount> find(String name) {
        return jdbc.sql(SELECT + " where name = ?")
                .param(name)
                .query(ServiceAccountRows::account)
                .optional();
    }

    List<ServiceAccount> all() {
        return jdbc.sql(SELECT + " order by name")
                .query(ServiceAccountRows::account)
                .list();
    }

    void insert(ServiceAccount account) {
        jdbc.sql("insert into identity_service_account (name, owner, enabled, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        account.name(),
                        account.owner().value(),
                        account.enabled(),
                        account.createdAt().atOffset(ZoneOffset.UTC),
                        account.createdBy().toString())
                .update();
    }

    /** Returns whether that changed anything. */
    boolean enable(String name, boolean enabled) {
        return jdbc.sql("update identity_service_account set enabled = ? where name = ? and enabled <> ?")
                        .params(enabled, name, enabled)
                        .update()
                > 0;
    }

    private static ServiceAccount account(ResultSet row, int index) throws SQLException {
        return new ServiceAccount(
                row.getString("name"),
                new GroupId(row.getString("owner")),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Actor.parse(row.getString("created_by")));
    }
}
