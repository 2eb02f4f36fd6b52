package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.ForeseenMoves;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.release.Delivery;
import dev.slipway.release.Releases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A quorum that nobody can reach is said when a release is planned. */
class ForeseenAtPlanningTests extends RefusalTest {

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "devops-release", folder, "staging", "production").critical();
    }

    @Test
    void inTheStartFormInTheAnswerAndOnThePage() throws Exception {
        flows.apply(product);
        var plan = product.version("1.0.0");
        var start = "/releases/new?product=" + plan.product();
        var members = operations();
        members.forEach(member -> leave(member, "operations"));
        try {
            var rita = inTasklist("rita").browser;
            assertThat(rita.get(start).body())
                    .contains("Who will be asked", "cannot be reached", "the group operations has no members.");
            join("rita", "operations");
            assertThat(rita.get(start).body()).contains("Not counted: rita requested the release.");
            leave("rita", "operations");

            var artifact = plan.artifacts().get(0);
            var opened = overRest("rita").anywhere("application/json", "POST", "/api/releases", """
                            {"product": "%s", "version": "1.0.0", "revision": "master",
                             "artifacts": [{"component": "service", "location": "%s", "digest": "%s"}]}
                            """.formatted(
                    plan.product(), artifact.location(), artifact.digest().hex()));

            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            assertThat(opened.body())
                    .contains("\"version\":\"1.0.0\"", "\"warnings\":[\"production: ")
                    .contains("Nobody can take the seat Operations: the group operations has no members.");
            var page = "/releases/" + plan.product() + "-1.0.0";
            assertThat(rita.get(page).body()).contains("What this flow asks for", "cannot be reached");
            assertThat(rita.get("/api" + page + "/approvals/outlook").body())
                    .contains("\"purpose\":\"production\"", "the group operations has no members");
        } finally {
            members.forEach(member -> join(member, "operations"));
        }
        assertThat(inTasklist("rita").browser.get(start).body()).doesNotContain("cannot be reached");
    }

    /** Dora, who wrote everything, is the only one of operations. */
    @Test
    void whereOnlyOneVersionCanStandAndTheDeliveryCanBeAmended() throws Exception {
        flows.apply(product);
        var one = "production: the target of " + product.component() + " holds only one version, so canary moves";
        var rita = inTasklist("rita").browser;
        var start = "/releases/new?product=" + product.key() + "&delivery.strategy=";
        assertThat(rita.get(start + "canary").body()).contains(one, "one version only");
        assertThat(rita.get(start + "rolling").body()).doesNotContain("one version only");

        var opened = flows.open(product.delivered(new Delivery(
                        "canary",
                        List.of(new Delivery.Stage(5, Duration.ofMinutes(90)), new Delivery.Stage(100, Duration.ZERO)),
                        Duration.ofHours(1),
                        0))
                .version("1.0.0"));
        var page = "/releases/" + opened;
        assertThat(rita.get(page).body())
                .contains(one, "value=\"5 90m, 100\"", "value=\"1h\"", "amend-delivery-audience");
        assertThat(flows.bean(ForeseenMoves.class).warnings(opened)).hasSize(1);
        var amended = "objectives=Sooner&reason=No+time&_csrf=" + rita.csrf(page);
        rita.send("POST", page + "/amend", amended + "&delivery.strategy=rolling&delivery.stages=soon");
        assertThat(rita.get(page).body()).contains("is no stage");
        rita.send(
                "POST",
                page + "/amend",
                amended + "&delivery.strategy=rolling&delivery.stages=50+5m,+100&delivery.maxUnavailable=25");

        var plan = flows.bean(Releases.class).plan(opened);
        assertThat(plan.objectives()).isEqualTo("Sooner");
        assertThat(plan.delivery().strategy()).isEqualTo("rolling");
        assertThat(plan.delivery().stages())
                .containsExactly(new Delivery.Stage(50, Duration.ofMinutes(5)), new Delivery.Stage(100, Duration.ZERO));
        assertThat(rita.get(page).body()).contains("50 %").doesNotContain("one version only");
    }

    @Test
    void withoutThoseWhoHadAHandInTheContents() throws Exception {
        flows.apply(product);
        var key = product.version("1.0.0").product();
        var start = "/releases/new?product=" + key;
        var rest = "/api/approvals/outlook?product=" + key;
        var members = operations();
        join("dora", "operations");
        members.forEach(member -> leave(member, "operations"));
        try {
            var rita = inTasklist("rita").browser;
            assertThat(rita.get(start).body())
                    .contains("as soon as the Git revision is named")
                    .doesNotContain("cannot be reached");
            assertThat(rita.get(start + "&revision=master").body())
                    .contains("cannot be reached", "Not counted: dora had a hand in the contents.")
                    .contains("those who had a hand in the contents: <strong>dora</strong>");
            assertThat(rita.get(start + "&revision=nowhere").body())
                    .contains("contents unknown", "nowhere")
                    .doesNotContain("cannot be reached");
            assertThat(rita.get(rest + "&revision=master").body())
                    .contains("\"authors\":[\"dora\"]", "dora had a hand in the contents", "\"unknownAuthors\":0");
            assertThat(rita.get(rest).body()).contains("\"authors\":null", "\"warnings\":[]");
            assertThat(rita.get("/api/approvals/outlook?product=none").body()).contains("There is no product none.");
        } finally {
            members.forEach(member -> join(member, "operations"));
            leave("dora", "operations");
        }
    }

    private List<String> operations() {
        return flows.bean(People.class).membersOf(new GroupId("operations")).stream()
                .map(member -> member.id().value())
                .toList();
    }
}
