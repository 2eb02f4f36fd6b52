package dev.slipway.flow.work;

import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to be known of a visit when it is done again: when it began, what went wrong so far, and its result if it has one. */
@Repository
class VisitRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Results of visits that were done, but whose completion did not reach the engine. */
    Map<String, Result> results(Collection<String> visits) {
        var found = new HashMap<String, Result>();
        jdbc.sql("select visit, result from flow_visit where visit in (:visits) and result is not null")
                .param("visits", visits)
                .query((row, number) -> found.put(row.getString("visit"), Remembered.read(row.getString("result"))))
                .list();
        return found;
    }

    void remember(ReleaseId release, String visit, Result result) {
        var text = result instanceof Result.Done done
                ? Remembered.written(done)
                : Remembered.written((Result.Refused) result);
        var updated = jdbc.sql("update flow_visit set result = :result where visit = :visit")
                .param("result", text)
                .param("visit", visit)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into flow_visit (visit, release_id, started_at, failures, result)"
                            + " values (:visit, :release, :at, 0, :result)")
                    .param("visit", visit)
                    .param("release", release.value())
                    .param("at", now())
                    .param("result", text)
                    .update();
        }
    }

    /** Returns when the visit began, and counts from now where it begins now. */
    Begun begin(ReleaseId release, String visit) {
        var known = jdbc.sql("select started_at, rounds, failures, slow from flow_visit where visit = :visit")
                .param("visit", visit)
                .query((row, number) -> new Begun(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getInt("rounds"),
                        row.getInt("failures"),
                        row.getInt("slow")))
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var at = now();
        jdbc.sql("insert into flow_visit (visit, release_id, started_at, failures) values (:visit, :release, :at, 0)")
                .param("visit", visit)
                .param("release", release.value())
                .param("at", at)
                .update();
        return new Begun(at.toInstant(), 0, 0, 0);
    }

    /** How often was asked so far, what went wrong, and in how many rounds it was slow. */
    void note(String visit, int rounds, int failures, int slow) {
        jdbc.sql("update flow_visit set rounds = :rounds, failures = :failures, slow = :slow where visit = :visit")
                .param("rounds", rounds)
                .param("failures", failures)
                .param("slow", slow)
                .param("visit", visit)
                .update();
    }

    void forget(ReleaseId release) {
        jdbc.sql("delete from flow_visit where release_id = :release")
                .param("release", release.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** When a visit began, how often was asked in it, how often something went wrong, and in how many rounds it was slow. */
    record Begun(Instant at, int rounds, int failures, int slow) {}
}
