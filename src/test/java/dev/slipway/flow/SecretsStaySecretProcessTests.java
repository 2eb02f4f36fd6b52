package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.context.Dump;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.WorkLog;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A release whose hooks do their best to print a secret. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsStaySecretProcessTests extends RefusalTest {

    private static final String VALUE = "Tr0ub4dor&3 with \"quotes\" and more than fifty-seven characters in all of it";

    private static final String LEAKS = """
            printf '%s\\n' "$DB_PASSWORD"; printf '%s' "$DB_PASSWORD" | base64; printf 'user:%s' "$DB_PASSWORD" | base64 -w 0; echo;
            cat "$SLIPWAY_FILES/etc/password"; echo; printf '%s' "$DB_PASSWORD" | od -An -tx1 | tr -d ' \\n'; echo; env;
            head -c 65500 /dev/zero | tr '\\0' x; printf '%s\\n' "$DB_PASSWORD"; EXIT""";

    @Test
    void noTableLogPageOrAnswerTellsASecret(CapturedOutput output) {
        flows.apply(product);
        describe("exit 0");
        var admin = overRest("admin");
        assertThat(admin.anywhere("application/json", "PUT", secret(), json()).body())
                .contains("\"version\":1");

        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        assertThat(log(id)).contains("hook leak", "****", "xxxx", "install 1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
        describe("echo $DB_PASSWORD; exit 3");
        var failed = flows.open(product.version("1.0.1"));
        flows.go(failed);
        assertThat(flows.bean(Deployments.class).of(failed))
                .extracting(Move::status)
                .contains(Move.Status.FAILED);

        var seen = Stream.of(
                        "/api/catalog",
                        "/api/contexts",
                        "/api/contexts/" + key(),
                        "/api/contexts/" + key() + "/revisions",
                        "/api/contexts/resolved?environment=staging&component=" + product.component(),
                        "/api/secrets/keys",
                        "/api/releases/" + failed + "/deployments")
                .map(address ->
                        admin.anywhere("application/json", "GET", address, "").body())
                .collect(Collectors.joining("\n"));
        var browser = inTasklist("rita");
        var pages = Stream.of("/contexts?environment=staging&component=" + product.component(), "/releases/" + failed)
                .map(address ->
                        browser.anywhere("application/json", "GET", address, "").body())
                .collect(Collectors.joining("\n"));
        assertThat(pages).contains("is attached to " + product.key() + " in staging", "ended with exit code 3");
        assertThat(seen).contains("DB_PASSWORD", "ended with exit code 3");
        assertThat(Dump.found(flows.bean(DataSource.class), forms())).isEmpty();
        for (var place : List.of(output.getAll(), seen, pages)) {
            forms().forEach(form -> assertThat(place.contains(form)).as(form).isFalse());
        }
    }

    @Test
    void onlyWhoMayChangeTheCatalogueWritesOrLooksAfterSecrets() {
        flows.apply(product);
        describe("exit 0");
        var rita = overRest("rita");

        assertRefused(rita.anywhere("application/json", "PUT", secret(), json()), "You may not");
        assertRefused(rita.anywhere("application/json", "GET", "/api/secrets/keys", ""), "You may not");
        assertRefused(rita.anywhere("application/json", "POST", "/api/secrets/re-encryption", ""), "You may not");
        assertRefused(rita.anywhere("application/json", "PUT", "/api/contexts/" + key(), "{}"), "You may not");
        assertRefused(
                rita.anywhere("application/json", "DELETE", "/api/contexts/" + key() + "?reason=x", ""), "You may not");
        var admin = overRest("admin");
        assertThat(admin.anywhere(
                                "application/json",
                                "PUT",
                                "/api/contexts/" + key(),
                                "{\"attach\": [{\"product\": \"" + product.key() + "\"}], \"variables\": {\"A\": 1}}")
                        .body())
                .contains("\"variables\":{\"A\":\"1\"}");
        assertDone(admin.anywhere("application/json", "DELETE", "/api/contexts/" + key() + "?reason=over", ""));
        assertThat(admin.anywhere("application/json", "GET", "/api/contexts/" + key(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private void describe(String exit) {
        var text = """
                apiVersion: slipway/v1
                kind: Context
                key: %s
                attach: [{product: %s, environment: staging}]
                secrets: [DB_PASSWORD, FILE]
                files: [{path: etc/password, secret: FILE}]
                hooks:
                  - name: leak
                    when: before
                    command: [sh, -c, '%s']
                """.formatted(
                        key(),
                        product.key(),
                        LEAKS.replace("EXIT", exit).replace("'", "''").replace("\n", " "));
        var applying = flows.as(
                Actor.SYSTEM, () -> flows.bean(Catalog.class).apply(List.of(new SourceDocument("c.yaml", text))));
        assertThat(applying).isInstanceOf(Applying.Applied.class);
        overRest("admin").anywhere("application/json", "PUT", "/api/contexts/" + key() + "/secrets/FILE", json());
    }

    private String key() {
        return product.key() + "-secrets";
    }

    private String secret() {
        return "/api/contexts/" + key() + "/secrets/DB_PASSWORD";
    }

    private static String json() {
        return "{\"value\": \"" + VALUE.replace("\"", "\\\"") + "\"}";
    }

    private String log(ReleaseId id) {
        var logs = flows.bean(WorkLog.class);
        return logs.visits(id).stream()
                .flatMap(visit -> logs.read(visit.visit(), 0).stream())
                .map(WorkLog.Chunk::text)
                .collect(Collectors.joining());
    }

    private static List<String> forms() {
        var bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        var base64 = Base64.getEncoder().encodeToString(bytes);
        var asUser = Base64.getEncoder().encodeToString(("user:" + VALUE).getBytes(StandardCharsets.UTF_8));
        return List.of(
                VALUE,
                VALUE.substring(0, 20),
                VALUE.substring(30),
                base64.substring(0, 40),
                asUser.substring(20, 60),
                HexFormat.of().formatHex(bytes),
                URLEncoder.encode(VALUE, StandardCharsets.UTF_8));
    }
}
