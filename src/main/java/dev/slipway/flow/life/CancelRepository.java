package dev.slipway.flow.life;

import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases that are to be called off and have not been told yet. */
@Repository
class CancelRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    CancelRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(ReleaseId release) {
        delete(release);
        jdbc.sql("insert into flow_cancel (release_id, asked_at) values (:release, :at)")
                .param("release", release.value())
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(ReleaseId release) {
        jdbc.sql("delete from flow_cancel where release_id = :release")
                .param("release", release.value())
                .update();
    }

    boolean contains(ReleaseId release) {
        return !among(Set.of(release)).isEmpty();
    }

    List<ReleaseId> among(Collection<ReleaseId> releases) {
        return jdbc.sql("select release_id from flow_cancel where release_id in (:releases)")
                .param("releases", releases.stream().map(ReleaseId::value).toList())
                .query((row, number) -> new ReleaseId(row.getString(1)))
                .list();
    }

    List<ReleaseId> all() {
        return jdbc.sql("select release_id from flow_cancel order by asked_at")
                .query((row, number) -> new ReleaseId(row.getString(1)))
                .list();
    }
}
