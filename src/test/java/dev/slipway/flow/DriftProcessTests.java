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
import java.nio.file.Files;
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
        assertThat(get(browser, "/?product=" + product.key())).contains("Drifted", "0.9.9 runs, 1.0.0 of " + id);
        assertThat(get(rita, "/api/notifications?release=" + id)).contains("\"event\":\"environment-drifted\"");
        assertThat(get(rita, "/api/environments/parity?one=staging&other=production&product=" + product.key()))
                .contains("\"what\":\"running\",\"one\":\"0.9.9\"");
        assertThat(get(browser, "/environments/parity?one=staging&other=production&product=" + product.key()))
                .contains("0.9.9", "configuration");
    }

    @Test
    void anotherConfigurationThanWasDeployedIsDriftThatCanBePutRight() throws Exception {
        var id = released("1.0.0");
        assertThat(ask().finding()).isEqualTo(Finding.AGREES);
        var kept = folder.resolve("places/staging.configuration");
        var deployed = Files.readString(kept);
        Files.writeString(kept, "0123456789abcdef");

        assertThat(ask().actual()).isEqualTo("1.0.0 with another configuration, 0123456789ab");

        overRest("olga")
                .anywhere(
                        "application/json",
                        "POST",
                        "/api/environments/staging/" + product.component() + "/put-right",
                        "");
        flows.go(id);
        assertThat(Files.readString(kept)).isEqualTo(deployed);
        assertThat(ask().finding()).isEqualTo(Finding.AGREES);
    }

    @Test
    void twoEnvironmentsAreComparedInAllThatMayDiffer() {
        var admin = overRest("admin");
        flows.apply(product.critical());
        for (var environment : List.of("staging", "production")) {
            put(admin, "/api/contexts/" + product.key() + "-" + environment, """
                    {"attach": [{"product": "%s", "environment": "%s"}], "variables": {"LEVEL": "%s", "REGION": "north"},
                     "secrets": ["PASSWORD", "SALT"], "files": [{"path": "etc/%s", "content": "x"}],
                     "hooks": [{"name": "greet", "when": "before", "command": ["echo", "%s"]}]}""".formatted(
                            product.key(), environment, environment, environment, environment));
            secret(admin, environment, "PASSWORD", "hunter2-" + environment);
            secret(admin, environment, "SALT", "the same everywhere");
        }
        var first = flows.open(product.version("1.0.0"));
        flows.go(first);
        flows.vote(first, "olga", "approve");
        flows.letTheWatchPass(first);
        flows.expect(first, State.RELEASED);
        var second = flows.open(product.version("2.0.0"));
        flows.go(second);
        var rita = overRest("rita");
        put(rita, "/api/flags/" + product.key() + "/checkout", "{\"description\": \"The new checkout\"}");
        put(rita, "/api/flags/" + product.key() + "/checkout/environments/staging", "{\"share\": 100}");

        var report = get(rita, "/api/environments/parity?one=staging&other=production&product=" + product.key());

        assertThat(report)
                .contains(difference("planned", "2.0.0", "1.0.0"))
                .contains(difference("variable LEVEL", "staging", "production"))
                .contains(difference("secret PASSWORD", "a value", "another value"))
                .contains(difference("file etc/staging", "x", "not there"))
                .contains(difference("hook greet", "echo staging", "echo production"))
                .contains(difference(product.key() + "-staging", "holds", "does not hold"))
                .contains("\"what\":\"checkout\",\"one\":\"seen by ", "\"other\":\"seen by nobody\"")
                .contains("\"what\":\"artifact\"", "\"what\":\"variable PLACE\"")
                .doesNotContain("REGION", "SALT", "hunter2");
        assertThat(get(
                        inTasklist("rita"),
                        "/environments/parity?one=staging&other=production&product=" + product.key()))
                .contains("variable LEVEL", "another value", "checkout", "does not hold")
                .doesNotContain("SALT", "hunter2");
    }

    private void secret(Caller admin, String environment, String name, String value) {
        put(
                admin,
                "/api/contexts/" + product.key() + "-" + environment + "/secrets/" + name,
                "{\"value\": \"" + value + "\"}");
    }

    private static void put(Caller caller, String address, String json) {
        assertDone(caller.anywhere("application/json", "PUT", address, json));
    }

    private static String difference(String what, String one, String other) {
        return "{\"what\":\"" + what + "\",\"one\":\"" + one + "\",\"other\":\"" + other + "\"}";
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
