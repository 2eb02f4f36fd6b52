package dev.slipway.flow.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.Waiting;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

class WaitingRepositoryTests {

    private static final ReleaseId ONE = new ReleaseId("payments-1.0.0");
    private static final ReleaseId OTHER = new ReleaseId("payments-1.1.0");
    private static final Instant SINCE = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final Instant UNTIL = Instant.parse("2026-11-24T10:00:00Z");

    @EveryDatabase
    void keepsWhatIsEnteredUntilItIsLeft(Database database) {
        var rows = rows(database);

        write(rows, changes -> {
            changes.enter(row("a", ONE, Waiting.Kind.PERSON));
            changes.enter(row("b", OTHER, Waiting.Kind.WORK));
        });
        assertThat(rows.of(Set.of(ONE, OTHER)))
                .containsExactlyInAnyOrder(
                        row("a", ONE, Waiting.Kind.PERSON).waiting(),
                        row("b", OTHER, Waiting.Kind.WORK).waiting());

        write(rows, changes -> changes.leave("a"));
        assertThat(rows.of(Set.of(ONE, OTHER))).extracting(Waiting::release).containsExactly(OTHER);
    }

    @EveryDatabase
    void writesNothingForWhatIsEnteredAndLeftAtOnce(Database database) {
        var rows = rows(database);

        write(rows, changes -> {
            changes.enter(row("a", ONE, Waiting.Kind.PERSON));
            changes.leave("a");
        });

        assertThat(rows.of(Set.of(ONE))).isEmpty();
    }

    @EveryDatabase
    void changesWhatItIsToldAndLeavesTheRest(Database database) {
        var rows = rows(database);
        write(rows, changes -> changes.enter(row("a", ONE, Waiting.Kind.PERSON)));

        write(rows, changes -> changes.change(new WaitingRow.Change("a", null, "ada", UNTIL)));
        write(rows, changes -> changes.change(new WaitingRow.Change("a", "Decide", null, null)));

        assertThat(rows.of(Set.of(ONE))).singleElement().satisfies(waiting -> {
            assertThat(waiting.whom()).isEqualTo("ada");
            assertThat(waiting.reason()).isEqualTo("Decide");
            assertThat(waiting.until()).isEqualTo(UNTIL);
            assertThat(waiting.since()).isEqualTo(SINCE);
        });
    }

    @EveryDatabase
    void replacesARowThatIsThere(Database database) {
        var rows = rows(database);
        write(rows, changes -> changes.enter(row("a", ONE, Waiting.Kind.WORK)));

        write(rows, changes -> changes.replace(row("a", ONE, Waiting.Kind.WORK)));

        assertThat(rows.of(Set.of(ONE))).hasSize(1);
    }

    @EveryDatabase
    void findsTheIncidentsOfAVisit(Database database) {
        var rows = rows(database);
        write(rows, changes -> {
            changes.enter(row("a", ONE, Waiting.Kind.WORK));
            changes.enter(row("b", ONE, Waiting.Kind.INCIDENT));
        });

        assertThat(rows.incidents(ONE, "visit")).containsExactly("b");
        assertThat(new WaitingBoard(rows, visits -> Map.of()).of(List.of(ONE)).get(ONE))
                .extracting(Waiting::kind)
                .containsExactly(Waiting.Kind.INCIDENT);
    }

    private static WaitingRepository rows(Database database) {
        return new WaitingRepository(new JdbcTemplate(database.dataSource()), database.jdbc());
    }

    private static void write(WaitingRepository rows, java.util.function.Consumer<WaitingChanges> work) {
        var changes = new WaitingChanges();
        work.accept(changes);
        changes.write(rows);
    }

    private static WaitingRow row(String id, ReleaseId release, Waiting.Kind kind) {
        return new WaitingRow(
                id, new Waiting(release, "visit", kind, "deploy", "Activity_X", "because", "qa", SINCE, null, null));
    }
}
