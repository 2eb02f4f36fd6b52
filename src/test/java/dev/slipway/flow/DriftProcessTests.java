package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Observation;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.Probing;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.release.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody changes what runs behind Slipway's back. */
class DriftProcessTests extends RefusalTest {

    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");

    @Test
    void whatWasChangedBehindSlipwaysBackIsSeenAndTold() {
        var id = released("1.0.0");
        assertThat(ask().finding()).isEqualTo(Finding.AGREES);

        product.replaceBehindSlipwaysBack("staging", "0.9.9");
        var seen = ask();

        assertThat(seen.finding()).isEqualTo(Finding.DRIFTED);
        assertThat(seen.actual()).isEqualTo("0.9.9");
        assertThat(journal(id.value(), "environment.drifted"))
                .singleElement()
                .extracting(Entry::payload)
                .asString()
                .contains("0.9.9");
        var rita = overRest("rita");
        assertThat(get(rita, "/api/environments")).contains("\"finding\":\"drifted\"", "\"versions\":[\"0.9.9\"]");
        assertThat(get(rita, "/api/environments/drifts")).contains("\"actual\":\"0.9.9\"", product.key());
        var browser = inTasklist("rita");
        assertThat(get(browser, "/environments")).contains("drifted", "0.9.9");
        assertThat(get(rita, "/api/environments/parity?one=staging&other=production&product=" + product.key()))
                .contains("\"what\":\"running\",\"one\":\"0.9.9\"");
        assertThat(get(browser, "/environments/parity?one=staging&other=production&product=" + product.key()))
                .contains("0.9.9", "configuration");
    }

    @Test
    void onlyWhoMayInterveneAsksATarget() {
        released("1.0.0");
        var address = "/api/environments/staging/" + product.component() + "/probe";

        assertRefused(overRest("quinn").anywhere("application/json", "POST", address, ""), "You may not intervene");
        assertThat(overRest("olga")
                        .anywhere("application/json", "POST", address, "")
                        .body())
                .contains("\"finding\":\"agrees\"");
    }

    @Test
    void isPutRightByItsOwnFlowWhereTheEnvironmentSaysSo() {
        var id = released("1.0.0");
        drift("repair");

        product.replaceBehindSlipwaysBack("staging", "0.9.9");
        ask();
        flows.go(id);

        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(flows.all(id)).isEmpty();
        assertThat(flows.release(id).state()).isEqualTo(State.RELEASED);
        assertThat(flows.bean(Environments.class).holds(id, STAGING)).isFalse();
        assertThat(ask().finding()).isEqualTo(Finding.AGREES);
        assertThat(journal(id.value()).stream().map(Entry::act))
                .containsSubsequence(
                        "environment.drifted",
                        "environment.repair-due",
                        "environment.claimed",
                        "deployment.intended",
                        "deployment.done",
                        "environment.released",
                        "environment.settled");
    }

    @Test
    void isPutRightWhenAPersonDecidesSoWhereTheEnvironmentAsks() {
        var id = released("1.0.0");
        drift("ask");
        product.replaceBehindSlipwaysBack("staging", "0.9.9");
        ask();
        flows.go(id);

        assertThat(product.running("staging")).isEqualTo("0.9.9");
        assertThat(summary(id, "Activity_DecideAboutDrift")).contains("1.0.0 is planned in staging, but 0.9.9 runs");
        flows.complete(
                id, "Activity_DecideAboutDrift", "olga", "aboutDrift", "put-right", "reason", "Nobody knows why.");

        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(flows.all(id)).isEmpty();
    }

    @Test
    void isLeftAsItIsWhenAPersonDecidesSo() {
        var id = released("1.0.0");
        drift("ask");
        product.replaceBehindSlipwaysBack("staging", "0.9.9");
        ask();
        flows.go(id);

        flows.complete(id, "Activity_DecideAboutDrift", "olga", "aboutDrift", "leave", "reason", "On purpose.");

        assertThat(product.running("staging")).isEqualTo("0.9.9");
        assertThat(flows.all(id)).isEmpty();
        assertThat(flows.bean(Probing.class).drifts())
                .anyMatch(drift -> drift.release().equals(id));
    }

    @Test
    void isPutRightAtOnceWhenSomebodyWhoMayInterveneSaysSo() {
        var id = released("1.0.0");
        var address = "/api/environments/staging/" + product.component() + "/put-right";
        var olga = overRest("olga");
        assertThat(olga.anywhere("application/json", "POST", address, "").statusCode())
                .isEqualTo(409);
        product.replaceBehindSlipwaysBack("staging", "0.9.9");
        ask();

        assertRefused(overRest("quinn").anywhere("application/json", "POST", address, ""), "You may not intervene");
        assertThat(olga.anywhere("application/json", "POST", address, "").statusCode())
                .isEqualTo(202);
        flows.go(id);

        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    /** Says of staging what is done about drift, until the test is over: all tests share it. */
    private void drift(String rule) {
        flows.as(
                Actor.SYSTEM,
                () -> flows.bean(Catalog.class)
                        .apply(List.of(new SourceDocument("staging.yaml", """
                        apiVersion: slipway/v1
                        kind: Environment
                        key: staging
                        stage: 1
                        drift: %s
                        """.formatted(rule)))));
    }

    @AfterEach
    void tellOnlyAgain() {
        drift("tell");
    }

    private Observation ask() {
        return flows.bean(Probing.class).ask(STAGING, product.component()).orElseThrow();
    }

    private static String get(Caller caller, String address) {
        return caller.anywhere("application/json", "GET", address, "").body();
    }
}
