package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.quality.analysis.FakePrometheus;
import dev.slipway.release.Acceptance;
import dev.slipway.release.Delivery;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What only agents reach is judged by a Prometheus that only Slipway asks. */
@DisabledOnOs(OS.WINDOWS)
class AgentJudgedTests extends AgentTest {

    /** While one agent still watches what is bad, the other puts it back. */
    @Test
    void putsBackByAgentsWhatAPrometheusThatTheyKnowNothingOfFindsWorse() throws Exception {
        try (var prometheus = new FakePrometheus()) {
            prometheus.says("failed", at -> 5 * at).says("requests", at -> 50 * at);
            product.measuredBy(prometheus.address().toString());
            flows.apply(product.near("production", "zone=" + product.key()));
            var acceptance = new Acceptance(
                    List.of(WatchedReleaseTest.FAILED_REQUESTS), Duration.ofSeconds(1), null, null, null);
            var delivery = new Delivery("all-at-once", List.of()).with(acceptance);
            var id = flows.open(product.version("1.0.0").withDelivery(delivery));
            try (var one = hire("one");
                    var other = hire("other")) {
                goUntil(id, () -> flows.release(id).state().ended(), one);
                assertThat(other.said()).doesNotContain("ERROR");
            }

            flows.expect(id, State.ROLLED_BACK);
            assertThat(flows.release(id).outcome()).startsWith("failed-requests fails: 10 % of ");
            assertThat(journal(id.value(), "agent.order-taken"))
                    .extracting(entry -> entry.payload().replaceAll(".*\"topic\":\"([a-z-]+)\".*", "$1"))
                    .containsExactly("deploy", "smoke-check", "watch", "restore");
            assertThat(product.running("production")).isEmpty();
        }
    }

    private RemoteAgent hire(String which) throws Exception {
        var name = which + "-" + product.key();
        return RemoteAgent.start(port, token(name), name, "zone=" + product.key(), folder.resolve(which));
    }
}
