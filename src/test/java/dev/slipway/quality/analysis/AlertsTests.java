package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Ward.BEGUN;
import static dev.slipway.quality.analysis.Ward.PRODUCTION;
import static dev.slipway.quality.analysis.Ward.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import dev.slipway.quality.analysis.AlertController.HeardView;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.web.ErrorResponseException;

class AlertsTests {

    private static final Instant SINCE = BEGUN.plusSeconds(30);

    @EveryDatabase
    void endsTheWatchOfTheReleaseThatItIsAbout(Database database) {
        var room = new Room(database);
        room.watches.begin("v1", RELEASE, PRODUCTION, BEGUN);

        assertThat(room.hear("firing", "shop", "production", "", SINCE))
                .extracting(HeardView::outcome, HeardView::release)
                .containsExactly("acted-on", RELEASE.value());

        assertThat(room.watches.alarm("v1", () -> {})).contains("alert Slow in production: twice as slow");
        assertThat(room.watches.alarm(RELEASE)).isPresent();
        assertThat(room.alerts.of(RELEASE)).extracting(Alert::name).containsExactly("Slow");
        assertThat(database.published(AlertEvent.Fired.class)).hasSize(1);
    }

    @EveryDatabase
    void notesWhatIsAboutNothingThatIsWatched(Database database) {
        var room = new Room(database);
        room.watches.begin("v1", RELEASE, PRODUCTION, BEGUN);

        assertThat(room.hear("firing", "shop", "staging", "", SINCE).note()).contains("no release");
        assertThat(room.hear("firing", "other", "production", "", SINCE.plusSeconds(1))
                        .note())
                .contains("no release");
        assertThat(room.hear("firing", "shop", "production", "1.9.0", SINCE.plusSeconds(2))
                        .note())
                .contains("about 1.9.0");
        assertThat(room.hear("firing", "shop", "production", "", BEGUN.minusSeconds(1))
                        .note())
                .contains("began before");
        room.watches.on(new ReleaseEvent.Concluded(RELEASE, State.RELEASED, ""));
        assertThat(room.hear("firing", "shop", "production", "", SINCE.plusSeconds(3))
                        .note())
                .contains("no release");
        assertThat(database.published(AlertEvent.Fired.class)).isEmpty();
    }

    @EveryDatabase
    void hearsTheSameOnceHoweverOftenAndFromHoweverManyItComes(Database database) throws Exception {
        var room = new Room(database);
        room.watches.begin("v1", RELEASE, PRODUCTION, BEGUN);
        var callers = Executors.newFixedThreadPool(4);

        var heard = callers.invokeAll(Collections.nCopies(
                8, (Callable<HeardView>) () -> room.hear("firing", "shop", "production", "", SINCE)));
        callers.shutdown();
        room.hear("resolved", "shop", "production", "", SINCE);
        room.hear("resolved", "shop", "production", "", SINCE);

        var outcomes = new ArrayList<String>();
        for (var answer : heard) {
            outcomes.add(answer.get().outcome());
        }
        assertThat(outcomes).containsOnlyOnce("acted-on").contains("repeated");
        assertThat(database.published(AlertEvent.Fired.class)).hasSize(1);
        assertThat(database.published(AlertEvent.Resolved.class)).hasSize(1);
        assertThat(room.alerts.of(RELEASE))
                .singleElement()
                .satisfies(alert -> assertThat(alert.resolvedAt()).isNotNull());
    }

    @EveryDatabase
    void keepsAnAlertForTheNextLookWhereItCameBetweenTwo(Database database) {
        var room = new Room(database);
        room.watches.begin("v1", RELEASE, PRODUCTION, BEGUN);
        room.hear("firing", "shop", "production", "", SINCE);

        room.watches.begin("v2", RELEASE, PRODUCTION, BEGUN);

        assertThat(room.watches.alarm("v2", () -> {})).isPresent();
    }

    @EveryDatabase
    void refusesWhoMayNotAndWhatIsUnreadable(Database database) {
        var room = new Room(database);
        room.ward.permitted = false;

        assertThatThrownBy(() -> room.hear("firing", "shop", "production", "", SINCE))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(403));
        for (var body : List.of("", "no json", "{}", "[]", "{\"alerts\": 1}")) {
            assertThatThrownBy(() -> room.controller.hear(body))
                    .as(body)
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            refused ->
                                    assertThat(refused.getStatusCode().value()).isEqualTo(400));
        }
        assertThat(room.controller.hear("{\"alerts\": [null]}")).isEmpty();
    }

    /** Where alerts are heard, on a real database. */
    static final class Room {

        final Ward ward;
        final Watches watches;
        final Alerts alerts;
        final AlertController controller;

        Room(Database database) {
            ward = new Ward(database, null);
            var rows = new WatchRepository(database.jdbc());
            watches = new Watches(rows, ward, ward.clock);
            alerts = new Alerts(
                    new AlertRepository(database.jdbc()),
                    rows,
                    ward,
                    () -> Actor.service("alertmanager"),
                    database.events(),
                    database.transactions(),
                    ward.clock);
            controller = new AlertController(alerts, ward);
        }

        HeardView hear(String status, String product, String environment, String version, Instant since) {
            return controller
                    .hear("""
                            {"alerts": [{"status": "%s", "startsAt": "%s", "fingerprint": "f1", "generatorURL": "x",
                                "labels": {"alertname": "Slow", "product": "%s", "environment": "%s", "version": "%s"},
                                "annotations": {"description": "twice as slow"}}]}""".formatted(status, since, product, environment, version))
                    .get(0);
        }
    }
}
