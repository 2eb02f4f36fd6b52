package dev.slipway.flow.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class VisitRepositoryTests {

    private static final ReleaseId RELEASE = new ReleaseId("payments-1.0.0");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @EveryDatabase
    void countsFromTheFirstBeginning(Database database) {
        at(database, NOW).begin(RELEASE, "v");
        at(database, NOW).note("v", 3, 2, 1);

        var begun = at(database, NOW.plus(Duration.ofHours(1))).begin(RELEASE, "v");

        assertThat(begun).isEqualTo(new VisitRepository.Begun(NOW, 3, 2, 1));
    }

    @EveryDatabase
    void remembersWhatWasDone(Database database) {
        var visits = at(database, NOW);
        visits.begin(RELEASE, "begun");
        visits.remember(RELEASE, "begun", new Result.Done(Map.of("a", "b")));
        visits.remember(RELEASE, "refused", new Result.Refused("smoke-failed", "silence"));
        visits.begin(RELEASE, "open");

        assertThat(visits.results(List.of("begun", "refused", "open", "unknown")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "begun", new Result.Done(Map.of("a", "b")),
                        "refused", new Result.Refused("smoke-failed", "silence")));
    }

    @EveryDatabase
    void forgetsAReleaseThatHasEnded(Database database) {
        var visits = at(database, NOW);
        visits.remember(RELEASE, "one", Result.DONE);
        visits.remember(RELEASE, "two", Result.DONE);

        visits.forget(RELEASE);
        assertThat(visits.results(List.of("one", "two"))).isEmpty();
    }

    private static VisitRepository at(Database database, Instant now) {
        return new VisitRepository(database.jdbc(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
