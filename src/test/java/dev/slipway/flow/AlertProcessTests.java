package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.quality.analysis.Finding;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Alerts about a release that is being watched. */
class AlertProcessTests extends WatchedReleaseTest {

    @Test
    void rollsBackAtOnceWhenAnAlertFires() {
        released("1.0.0");
        var id = watched("2.0.0");

        var answer = alert(id, "firing", "2.0.0", Instant.now());
        flows.go(id);

        assertThat(answer).contains("\"outcome\":\"acted-on\"", "\"release\":\"" + id + "\"");
        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).isEqualTo("alert TooManyErrors in production: one in ten fails");
        assertThat(newest(id).finding()).isEqualTo(Finding.FAIL);
        assertThat(newest(id).reason()).startsWith("alert TooManyErrors");
        assertThat(acts(id)).contains("alert.fired", "recovery.recovered");
    }

    @Test
    void hearsTheSameAlertOnceAndThatItIsOver() {
        released("1.0.0");
        var id = watched("2.0.0");
        var since = Instant.now();

        assertThat(alert(id, "firing", "1.0.0", since.minusSeconds(1))).contains("it is about 1.0.0");
        assertThat(alert(id, "firing", "", since.minusSeconds(3600))).contains("it began before");
        alert(id, "firing", "", since);
        assertThat(alert(id, "firing", "", since)).contains("\"outcome\":\"repeated\"");
        assertThat(alert(id, "resolved", "", since)).contains("\"outcome\":\"resolved\"");
        assertThat(alert(id, "resolved", "", since)).contains("\"outcome\":\"resolved\"");

        assertThat(acts(id))
                .filteredOn(act -> act.startsWith("alert."))
                .containsExactly("alert.fired", "alert.resolved");
        assertThat(acts(id))
                .filteredOn(act -> act.equals("recovery.failure-seen"))
                .hasSize(1);
    }

    @Test
    void takesTheDecisionAwayWhenAnAlertFires() {
        released("1.0.0");
        prometheus.forget();
        var id = watched("2.0.0");
        flows.letTheWatchPass(id);
        assertThat(flows.tasks(id)).hasSize(1);

        alert(id, "firing", "", Instant.now());
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("TooManyErrors");
    }

    @Test
    void hearsNobodyWhoMayNotReportAlerts() {
        var id = watched("1.0.0");

        var answer = Caller.overRest(context, port, "dora")
                .anywhere("application/json", "POST", "/api/hooks/alertmanager", report("firing", "", Instant.now()));
        flows.go(id);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(flows.of(id)).isWaitingAt("Activity_WatchProduction");
    }

    private String alert(ReleaseId id, String status, String version, Instant since) {
        return Caller.overRest(context, port, "olga")
                .anywhere("application/json", "POST", "/api/hooks/alertmanager", report(status, version, since))
                .body();
    }

    private String report(String status, String version, Instant since) {
        return """
                {"version": "4", "status": "%s", "receiver": "slipway", "alerts": [{
                    "status": "%s", "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "%s",
                    "labels": {"alertname": "TooManyErrors", "product": "%s", "environment": "production", "version": "%s"},
                    "annotations": {"summary": "one in ten fails"}}]}""".formatted(status, status, since, product.key(), product.key(), version);
    }
}
