package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.flag.Audiences;
import dev.slipway.flag.Exposure;
import dev.slipway.flag.FlagKey;
import dev.slipway.flag.Flags;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deployed in the dark is shown by its flag: to an audience first, then to more and more. */
class FlaggedFeatureProcessTests extends ProcessTest {

    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final List<Stage> STAGES =
            List.of(new Stage(50, Duration.ofSeconds(20)), new Stage(100, Duration.ZERO));

    @Test
    void isShownToItsAudienceFirstAndThenToAGrowingShare() {
        var id = begin("new-checkout", "pilots");

        assertThat(seenBy()).isEqualTo("nobody");
        passUntilSeenBy(id, "pilots only");
        assertThat(product.instances("production"))
                .as("everybody has been moved")
                .containsOnly("2.0.0");
        passUntilSeenBy(id, "everybody");

        passTheRest(id);
        flows.expect(id, State.RELEASED);
        assertThat(exposures(id)).containsExactly("pilots only", "pilots and 50 % of the others", "everybody");
    }

    @Test
    void isHiddenAgainWhenItFallsIll() {
        var id = begin("new-checkout", "pilots");
        passUntilSeenBy(id, "pilots only");

        product.fallsIll("production");
        passTheRest(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(seenBy()).isEqualTo("nobody");
        assertThat(exposures(id)).containsExactly("pilots only", "nobody");
        assertThat(flows.release(id).outcome()).contains("did not answer /health well");
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @Test
    void isBroughtBackWhenThereIsNoSuchFlag() {
        var id = begin("forgotten", "");

        passTheRest(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("There is no flag " + product.key() + ".forgotten");
    }

    private ReleaseId begin(String flag, String audience) {
        released("1.0.0");
        flows.as(Actor.SYSTEM, () -> flows.bean(Flags.class).define(checkout(), "The new checkout", null));
        flows.as(
                Actor.SYSTEM,
                () -> flows.bean(Audiences.class)
                        .gather(
                                checkout().product(),
                                "pilots",
                                "Who agreed",
                                List.of("email ends-with @pilot.example")));
        var id = flows.open(product.delivered(new Delivery("flagged", STAGES, null, 0, flag, audience))
                .version("2.0.0"));
        flows.go(id);
        return id;
    }

    private FlagKey checkout() {
        return new FlagKey(new ProductKey(product.key()), "new-checkout");
    }

    private String seenBy() {
        return flows.bean(Flags.class)
                .find(checkout())
                .orElseThrow()
                .in(PRODUCTION)
                .map(Exposure::words)
                .orElse("nobody");
    }

    private void passUntilSeenBy(ReleaseId id, String wanted) {
        for (var watch = 0; watch < 10 && !seenBy().equals(wanted); watch++) {
            flows.letTheWatchPass(id);
        }
        assertThat(seenBy()).as(() -> flows.explain(id)).isEqualTo(wanted);
    }

    private void passTheRest(ReleaseId id) {
        for (var watch = 0; watch < 10 && !flows.all(id).isEmpty(); watch++) {
            flows.letTheWatchPass(id);
        }
    }

    private List<String> exposures(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 1000).stream()
                .filter(entry -> entry.act().equals("flag.exposed"))
                .map(entry -> after(entry.payload()))
                .toList();
    }

    private static String after(String payload) {
        try {
            return new ObjectMapper().readTree(payload).findValue("after").asText();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
