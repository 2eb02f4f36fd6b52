package dev.slipway.flow.door;

import dev.slipway.identity.PersonId;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people may not change about accounts although Camunda lets them. */
@Component
class DirectoryRules {

    /** Asked past the engine, which would keep the row and then refuse the changed one. */
    private static final String EMAIL = "select coalesce(EMAIL_, '') from ACT_ID_USER where ID_ = :person";

    private final JdbcClient jdbc;

    DirectoryRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The e-mail address says whose commits are whose: an author who changed it could approve what they wrote. */
    void check(Command<?> command, PersonId person) {
        if (CommandField.SAVED.find(command) instanceof User user
                && person.value().equals(user.getId())
                && !normal(user.getEmail()).equals(normal(stored(person)))) {
            throw new Refusal(
                    "",
                    "Your e-mail address says which commits are yours, so somebody else has to change it: ask an administrator.");
        }
    }

    private String stored(PersonId person) {
        return jdbc.sql(EMAIL)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String normal(String email) {
        return Objects.requireNonNullElse(email, "").strip().toLowerCase(Locale.ROOT);
    }
}
