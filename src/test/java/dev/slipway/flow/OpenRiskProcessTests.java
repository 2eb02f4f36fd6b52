package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Change;
import dev.slipway.release.Degree;
import dev.slipway.release.RegisteredRisk.Standing;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

/** An open high risk holds a release on its way, and whoever has no hand in it lets it go on. */
class OpenRiskProcessTests extends ProcessTest {

    @Test
    void holdsTheReleaseBeforeTheNextDeploymentUntilItIsAccepted() {
        var id = waitingForApproval("1.0.0");
        flows.as(Actor.person("rita"), () -> flows.bean(Risks.class).raise(id, risk(Standing.OPEN, "Seen.")));

        flows.vote(id, "olga", "approve");

        assertThat(product.running("production")).isEmpty();
        assertThat(flows.waiting(id))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).contains("Data loss"));

        assertThat(accept(id, "rita")).isNotInstanceOf(Change.Made.class);
        flows.go(id);
        assertThat(product.running("production")).isEmpty();

        assertThat(accept(id, "admin")).isInstanceOf(Change.Made.class);
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
    }

    private Change accept(ReleaseId id, String person) {
        return flows.as(
                Actor.person(person), () -> flows.bean(Risks.class).change(id, 1, risk(Standing.ACCEPTED, "Fine.")));
    }

    private static RiskDraft risk(Standing standing, String reason) {
        return new RiskDraft(
                "Data loss", new PersonId("dora"), Degree.HIGH, Degree.HIGH, "A copy is made.", standing, reason);
    }
}
