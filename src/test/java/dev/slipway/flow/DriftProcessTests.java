package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Observation;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.Probing;
import dev.slipway.journal.Entry;
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

    private Observation ask() {
        return flows.bean(Probing.class).ask(STAGING, product.component()).orElseThrow();
    }

    private static String get(Caller caller, String address) {
        return caller.anywhere("application/json", "GET", address, "").body();
    }
}
