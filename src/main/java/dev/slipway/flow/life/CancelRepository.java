package dev.slipway.flow.life;

import dev.slipway.flow.FlowText;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases that are to be called off, or to go back, and have not been told yet. */
@Repository
class CancelRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    CancelRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(ReleaseId release, String message, String reason) {
        delete(release);
        jdbc.sql(
                        "insert into flow_cancel (release_id, message, reason, asked_at) values (:release, :message, :reason, :at)")
                .param("release", release.value())
                .param("message", message)
                .param("reason", FlowText.bounded(reason, FlowText.LONG))
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(ReleaseId release) {
        jdbc.sql("delete from flow_cancel where release_id = :release")
                .param("release", release.value())
                .update();
    }

    Optional<Wish> find(ReleaseId release) {
        return jdbc.sql("select message, reason from flow_cancel where release_id = :release")
                .param("release", release.value())
                .query((row, number) -> new Wish(row.getString(1), row.getString(2)))
                .optional();
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

    /** @param message what the flow is to be told */
    record Wish(String message, String reason) {}
}
