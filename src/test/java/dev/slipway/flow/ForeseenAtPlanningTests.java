package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
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
