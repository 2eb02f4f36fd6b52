package dev.slipway.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose an address in a commit is, where it is not the one that the directory knows. */
@Repository
class AliasRows {

    private static final String SELECT = "select email, person from identity_alias";

    private final JdbcClient jdbc;

    AliasRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, PersonId> all() {
        return people(jdbc.sql(SELECT));
    }

    Map<String, PersonId> among(Collection<String> addresses) {
        return addresses.isEmpty()
                ? Map.of()
                : people(jdbc.sql(SELECT + " where email in (:addresses)").param("addresses", addresses));
    }

    /** Returns whether that is news. */
    boolean set(String address, PersonId person) {
        var before = jdbc.sql("select person from identity_alias where email = ? for update")
                .param(address)
                .query(String.class)
                .optional();
        if (before.isEmpty()) {
            jdbc.sql("insert into identity_alias (person, email) values (?, ?)")
                    .params(person.value(), address)
                    .update();
        } else if (!before.get().equals(person.value())) {
            jdbc.sql("update identity_alias set person = ? where email = ?")
                    .params(person.value(), address)
                    .update();
        }
        return !before.equals(Optional.of(person.value()));
    }

    private static Map<String, PersonId> people(JdbcClient.StatementSpec query) {
        var people = new TreeMap<String, PersonId>();
        query.query(row -> {
            people.put(row.getString("email"), new PersonId(row.getString("person")));
        });
        return people;
    }
}
