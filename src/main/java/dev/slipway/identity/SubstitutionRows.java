package dev.slipway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Who stood in for whom, and when; nothing is ever deleted. */
@Repository
class SubstitutionRows {

    private static final String SELECT = "select * from identity_substitution where ";
    private static final String NOW = " and ended_at is null and from_at <= :now and until_at > :now";

    private final JdbcClient jdbc;

    SubstitutionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Substitution insert(SubstitutionOrder order, PersonId by, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into identity_substitution"
                        + " (absent, substitute, from_at, until_at, zone, reason, named_by, named_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        order.absent().value(),
                        order.substitute().value(),
                        at(order.from()),
                        at(order.until()),
                        order.zone().getId(),
                        order.reason(),
                        by.value(),
                        at(at))
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        return find(id == null ? -1 : id).orElseThrow();
    }

    Optional<Substitution> find(long id) {
        return jdbc.sql(SELECT + "id = ?")
                .param(id)
                .query(SubstitutionRows::read)
                .optional();
    }

    /** Returns whether it was not ended before. */
    boolean end(long id, Instant at) {
        return jdbc.sql("update identity_substitution set ended_at = ? where id = ? and ended_at is null")
                        .params(at(at), id)
                        .update()
                > 0;
    }

    List<Substitution> standingInFor(PersonId absent, Instant now) {
        return jdbc.sql(SELECT + "absent = :person" + NOW + " order by id")
                .param("person", absent.value())
                .param("now", at(now))
                .query(SubstitutionRows::read)
                .list();
    }

    List<Substitution> by(PersonId substitute, Instant now) {
        return jdbc.sql(SELECT + "substitute = :person" + NOW + " order by id")
                .param("person", substitute.value())
                .param("now", at(now))
                .query(SubstitutionRows::read)
                .list();
    }

    /** Those that hold at some instant of the period. */
    List<Substitution> within(Instant from, Instant until) {
        return jdbc.sql(SELECT + "ended_at is null and from_at < :until and until_at > :from order by id")
                .param("from", at(from))
                .param("until", at(until))
                .query(SubstitutionRows::read)
                .list();
    }

    /** The newest first; of everybody where no person is given. */
    List<Substitution> concerning(@Nullable PersonId person, long before, int limit) {
        return jdbc.sql(SELECT + "id < :before"
                        + (person == null ? "" : " and (absent = :person or substitute = :person)")
                        + " order by id desc fetch first :limit rows only")
                .param("before", before)
                .param("person", person == null ? "" : person.value())
                .param("limit", limit)
                .query(SubstitutionRows::read)
                .list();
    }

    private static Substitution read(ResultSet row, int index) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Substitution(
                row.getLong("id"),
                new PersonId(row.getString("absent")),
                new PersonId(row.getString("substitute")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("reason"),
                new PersonId(row.getString("named_by")),
                row.getObject("named_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
