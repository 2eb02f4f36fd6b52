package dev.slipway.release;

import static dev.slipway.release.ChangeState.ASSESS;
import static dev.slipway.release.ChangeState.AUTHORIZE;
import static dev.slipway.release.ChangeState.CANCELLED;
import static dev.slipway.release.ChangeState.CLOSED;
import static dev.slipway.release.ChangeState.IMPLEMENT;
import static dev.slipway.release.ChangeState.NEW;
import static dev.slipway.release.ChangeState.REVIEW;
import static dev.slipway.release.ChangeState.SCHEDULED;
import static dev.slipway.release.ChangeType.EMERGENCY;
import static dev.slipway.release.ChangeType.NORMAL;
import static dev.slipway.release.ChangeType.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeRecordTests {

    private static final Instant THEN = Instant.parse("2026-11-23T10:15:30.123456Z");

    @Test
    void passesTheStatesOfItsTypeAndNoOthers() {
        assertThat(after(STANDARD, NEW)).containsExactly(SCHEDULED, IMPLEMENT, REVIEW, CLOSED, CANCELLED);
        assertThat(after(NORMAL, ASSESS))
                .containsExactly(NEW, AUTHORIZE, SCHEDULED, IMPLEMENT, REVIEW, CLOSED, CANCELLED);
        assertThat(after(EMERGENCY, SCHEDULED)).containsExactly(NEW, IMPLEMENT, REVIEW, CLOSED, CANCELLED);
        assertThat(after(NORMAL, CLOSED)).isEmpty();
        assertThat(after(NORMAL, CANCELLED)).isEmpty();
    }

    @EveryDatabase
    void isKeptAsItIs(Database database) {
        var house = new House(database);
        var rows = new ChangeRows(database.jdbc());
        var one = house.open("1.0").id();
        var other = house.open("2.0").id();
        assertThat(rows.find(one)).isEmpty();
        var first = new ChangeRecord(one, NORMAL, ASSESS, 1, 1, THEN, THEN);
        var second = new ChangeRecord(one, EMERGENCY, SCHEDULED, 2, 3, THEN, THEN);

        rows.put(first);
        assertThat(rows.find(one)).contains(first);
        rows.put(second);
        rows.move(one, IMPLEMENT, THEN.plusSeconds(60));

        assertThat(rows.find(List.of(one, other)))
                .containsExactly(new ChangeRecord(one, EMERGENCY, IMPLEMENT, 2, 3, THEN, THEN.plusSeconds(60)));
        assertThat(rows.find(List.of())).isEmpty();
    }

    @EveryDatabase
    void cannotBeCancelledOnceItChangesProductionUnapproved(Database database) {
        var house = new House(database);
        var rows = new ChangeRows(database.jdbc());
        var id = house.open("1.0").id();
        for (var state : List.of(IMPLEMENT, REVIEW)) {
            rows.put(new ChangeRecord(id, EMERGENCY, state, 1, 1, THEN, THEN));
            assertThat(((Change.Refused) house.releases.cancel(id, "Never mind.")).flaws())
                    .extracting(Flaw::field)
                    .containsExactly(Flaw.STATE);
        }
        rows.put(new ChangeRecord(id, NORMAL, REVIEW, 1, 1, THEN, THEN));
        assertThat(house.releases.cancel(id, "Never mind.")).isInstanceOf(Change.Made.class);
    }

    @EveryDatabase
    void asksForAnEmergencyOnlyWithAnIncident(Database database) {
        var house = new House(database);

        assertThat(((Opening.Refused) house.releases.open(emergency(""), "")).flaws())
                .extracting(Flaw::field)
                .containsExactly("incident");
        var opening = house.releases.open(emergency("INC-7"), "");

        var release = ((Opening.Opened) opening).release();
        assertThat(house.releases.plan(release.id()).emergency()).isTrue();
        assertThat(house.releases.amend(release.id(), plan -> House.plan("1.0"), "Calm down."))
                .isInstanceOf(Change.Refused.class);
    }

    @Test
    void readsPlansThatWereStoredBeforeThereWereEmergencies() {
        var stored = StoredJson.write(House.plan("1.0")).replace(",\"emergency\":false", "");

        assertThat(StoredJson.read(stored, Plan.class)).isEqualTo(House.plan("1.0"));
    }

    private static List<ChangeState> after(ChangeType type, ChangeState state) {
        var change = new ChangeRecord(new ReleaseId("payments-1"), type, state, 1, 1, THEN, THEN);
        return Arrays.stream(ChangeState.values()).filter(change::mayMoveTo).toList();
    }

    private static Plan emergency(String incident) {
        var plan = House.plan("1.0");
        return plan.but().incident(incident).emergency(true).build();
    }
}
