package dev.slipway.release;

import dev.slipway.catalog.EnvironmentKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which release is about which other one. */
@Repository
class SequelRows {

    private final JdbcClient jdbc;

    SequelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReleaseId sequel, ReleaseId original, @Nullable EnvironmentKey environment) {
        jdbc.sql("insert into release_sequel (release, original, environment) values (?, ?, ?)")
                .param(sequel.value())
                .param(original.value())
                .param(environment == null ? null : environment.value())
                .update();
    }

    Optional<EnvironmentKey> environment(ReleaseId sequel) {
        return jdbc.sql("select environment from release_sequel where release = ? and environment is not null")
                .param(sequel.value())
                .query(String.class)
                .optional()
                .map(EnvironmentKey::new);
    }

    Optional<ReleaseId> original(ReleaseId sequel) {
        return jdbc.sql("select original from release_sequel where release = ?")
                .param(sequel.value())
                .query(String.class)
                .optional()
                .map(ReleaseId::new);
    }

    /** Newest first. */
    List<ReleaseId> of(ReleaseId original) {
        return jdbc.sql("""
                        select sequel.release from release_sequel sequel join release_release release on release.id = sequel.release
                        where sequel.original = ? order by release.number desc""").param(original.value()).query(String.class).list().stream()
                .map(ReleaseId::new)
                .toList();
    }
}
