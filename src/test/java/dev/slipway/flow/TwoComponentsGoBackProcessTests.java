package dev.slipway.flow;

import static dev.slipway.deployment.Standing.State.BACK;
import static dev.slipway.deployment.Standing.State.STUCK;
import static dev.slipway.deployment.Standing.State.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Standing;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two components in two environments go back: the last first, each with what it was given then, and not on past what fails. */
class TwoComponentsGoBackProcessTests extends RefusalTest {

    private static final Path SCRIPT =
            Path.of("src/test/resources/deployment/target.sh").toAbsolutePath();

    @Test
    void theLastFirstWithTheConfigurationAndTheContextsOfThen() throws Exception {
        describe("old", "debug");
        released("1.0.0");
        describe("new", "warn");
        var second = released("2.0.0");
        assertThat(book())
                .as("what others need comes first, whatever the plan's order")
                .containsExactly(
                        "staging service 1.0.0 old debug",
                        "staging worker 1.0.0 old debug",
                        "production service 1.0.0 old debug",
                        "production worker 1.0.0 old debug",
                        "staging service 2.0.0 new warn",
                        "staging worker 2.0.0 new warn",
                        "production service 2.0.0 new warn",
                        "production worker 2.0.0 new warn");

        Files.writeString(folder.resolve("full-production-service"), "");
        overRest("rita")
                .anywhere(
                        "application/json",
                        "POST",
                        "/api/releases/" + second + "/roll-back",
                        "{\"reason\":\"Refunds are paid twice\"}");
        var by = new ReleaseId(second + "-back");
        flows.go(by);

        assertThat(since(8)).containsExactly("production worker 1.0.0 old debug");
        assertThat(standing(second)).containsExactly(THERE, THERE, STUCK, BACK);
        assertThat(summary(by, "Activity_PutRightByHand"))
                .contains("there is no room here")
                .contains("Not put back before that: " + product.key() + "/worker in staging, " + product.key()
                        + "/service in staging.");
        var rita = inTasklist("rita").browser;
        assertThat(rita.get("/?product=" + product.key()).body())
                .contains(
                        "Put right by hand",
                        "/worker in production: 1.0.0",
                        "/service in production: 2.0.0",
                        "/service in staging: 2.0.0");
        assertThat(rita.get("/releases/" + by).body()).contains("partly back");

        Files.delete(folder.resolve("full-production-service"));
        flows.complete(by, "Activity_PutRightByHand", "olga", "putRight", "try-again", "reason", "There is room now.");

        flows.expect(by, State.ROLLED_BACK);
        assertThat(since(9))
                .containsExactly(
                        "production service 1.0.0 old debug",
                        "staging worker 1.0.0 old debug",
                        "staging service 1.0.0 old debug");
        assertThat(standing(second)).containsOnly(BACK);
        assertThat(madeWith(second + "-back")).isEqualTo(madeWith(product.key() + "-1.0.0"));
        assertThat(madeWith(second.value())).doesNotContainAnyElementsOf(madeWith(product.key() + "-1.0.0"));
    }

    /** The digests of what contexts gave and of the whole configuration with which moves were made, place by place. */
    private List<String> madeWith(String release) {
        return flows.bean(JdbcClient.class)
                .sql("select environment, component, context, configuration from deployment_move"
                        + " where release_id = ? and status = 'DONE' order by environment, component")
                .param(release)
                .query((row, number) ->
                        String.join(" ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    @Override
    ReleaseId released(String version) {
        var plan = product.version(version);
        var service = plan.artifacts().get(0);
        var worker = new Artifact(worker(), service.location(), service.digest());
        var id = flows.open(plan.but().artifacts(List.of(worker, service)).build());
        flows.go(id);
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
        return id;
    }

    /** What targets give by their description, and what a context gives. */
    private void describe(String tuning, String level) throws IOException {
        Files.writeString(folder.resolve("install.sh"), """
                if test -e %s/full-$SLIPWAY_ENVIRONMENT-${SLIPWAY_COMPONENT#*/}; then echo "there is no room here"; exit 3; fi
                echo "$SLIPWAY_ENVIRONMENT ${SLIPWAY_COMPONENT#*/} $SLIPWAY_VERSION $TUNING $LEVEL" >>%s
                exec sh %s install
                """.formatted(folder, bookFile(), SCRIPT));
        var text = new StringBuilder();
        for (var environment : List.of("staging", "production")) {
            product.on(environment, target(environment, "service", tuning));
            text.append(target(environment, "worker", tuning));
        }
        text.append("""
                ---
                apiVersion: slipway/v1
                kind: Context
                key: %s-level
                attach: [{product: %s}]
                variables: {LEVEL: %s}
                """.formatted(product.key(), product.key(), level));
        var all =
                product.catalog().get(0).text().replace("  - name: service\n", "  - name: service\n  - name: worker\n")
                        + text;
        var applying = flows.as(
                Actor.SYSTEM,
                () -> flows.bean(Catalog.class).apply(List.of(new SourceDocument(product.key() + ".yaml", all))));
        assertThat(applying).isInstanceOf(Applying.Applied.class);
    }

    private String target(String environment, String component, String tuning) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: %s
                component: %s/%s
                adapter: command
                settings:
                  install: sh %s/install.sh
                  remove: sh %s remove
                  probe: sh %s probe
                  variable.PLACE: %s
                  variable.TUNING: %s
                """.formatted(
                        environment,
                        product.key(),
                        component,
                        folder,
                        SCRIPT,
                        SCRIPT,
                        folder.resolve(environment + "-" + component),
                        tuning);
    }

    private List<Standing.State> standing(ReleaseId id) {
        return flows.bean(Deployments.class).standing(id).stream()
                .map(Standing::state)
                .toList();
    }

    private ComponentKey worker() {
        return ComponentKey.parse(product.key() + "/worker");
    }

    private Path bookFile() {
        return folder.resolve("book");
    }

    private List<String> book() throws IOException {
        return Files.readAllLines(bookFile());
    }

    private List<String> since(int lines) throws IOException {
        return book().subList(lines, book().size());
    }
}
