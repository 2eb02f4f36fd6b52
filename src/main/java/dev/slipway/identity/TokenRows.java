package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** All tokens ever issued, without their secrets. */
@Repository
class TokenRows {

    private static final String SELECT =
            "select id, owner, name, scopes, products, issued_at, expires_at, last_used_at, revoked_at from identity_token";

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Token insert(Actor owner, TokenOrder order, String digest, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into identity_token (digest, owner, name, scopes, products, issued_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        digest,
                        owner.toString(),
                        order.name(),
                        joined(order.scopes()),
                        joined(order.products()),
                        column(now),
                        column(order.expiresAt()))
                .update(key, "id");
        var id = Objects.requireNonNull(key.getKey()).longValue();
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(TokenRows::token)
                .single();
    }

    Optional<Token> withDigest(String digest) {
        return jdbc.sql(SELECT + " where digest = ?")
                .param(digest)
                .query(TokenRows::token)
                .optional();
    }

    List<Token> of(Actor owner) {
        return jdbc.sql(SELECT + " where owner = ? and revoked_at is null order by id desc")
                .param(owner.toString())
                .query(TokenRows::token)
                .list();
    }

    boolean revoke(Actor owner, long id, Instant now) {
        return jdbc.sql("update identity_token set revoked_at = ? where id = ? and owner = ? and revoked_at is null")
                        .params(column(now), id, owner.toString())
                        .update()
                > 0;
    }

    /** Of many requests at once only one writes. */
    void used(long id, Instant now, Instant notSince) {
        jdbc.sql(
                        "update identity_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)")
                .params(column(now), id, column(notSince))
                .update();
    }

    private static Token token(ResultSet row, int index) throws SQLException {
        return new Token(
                row.getLong("id"),
                Actor.parse(row.getString("owner")),
                row.getString("name"),
                split(row.getString("scopes")).stream().map(Scope::new).collect(Collectors.toCollection(TreeSet::new)),
                split(row.getString("products")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String joined(Set<String> values) {
        return String.join(" ", new TreeSet<>(values));
    }

    private static Set<String> split(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(" ")));
    }
}
