package dev.slipway.release;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which release is about which other one. */
@Repository
class SequelRows {

    private final JdbcClient jdbc;

    SequelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReleaseId sequel, ReleaseId original) {
        jdbc.sql("insert into release_sequel (release, original) values (?, ?)")
                .params(sequel.value(), original.value())
                .update();
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
