package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.calendar.EntryDraft;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Standing;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody wants a release to go back: over HTTP, and by a button. */
class RollBackOnDemandProcessTests extends RefusalTest {

    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    @Test
    void goesBackAtOnceFromTheMiddleOfAWatch() {
        released("1.0.0");
        var id = flows.open(product.version("2.0.0"));
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("2.0.0");

        var asked = rollBack("rita", id, "{\"reason\":\"Every third order fails\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(asked.body()).contains("\"release\":\"" + id + "\"");
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).isEqualTo("Every third order fails");
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(journal(id.value(), "release.roll-back-requested")).hasSize(1);
    }

    @Test
    void isRefusedWithoutRightReasonOrAnythingToTakeBack() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));

        assertThat(rollBack("dora", id, "{\"reason\":\"So\"}").statusCode()).isEqualTo(403);
        assertThat(rollBack("rita", id, "{}").statusCode()).isEqualTo(422);
        var nothing = rollBack("rita", id, "{\"reason\":\"So\"}");
        assertThat(nothing.statusCode()).isEqualTo(409);
        assertThat(nothing.body()).contains("nothing-to-roll-back", "has not changed anything yet");
        assertThat(rollBack("rita", new ReleaseId("nobody-1"), "{\"reason\":\"So\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesBackWhatWasReleasedByAnotherReleaseOnceHoweverOftenItIsAsked() {
        var first = released("1.0.0");
        var second = released("2.0.0");

        var reason = "{\"reason\":\"Refunds are paid twice\"}";
        var asked = rollBack("rita", second, reason);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(rollBack("rita", second, reason).body()).isEqualTo(asked.body());
        var by = new ReleaseId(second + "-back");
        assertThat(asked.body()).contains("\"release\":\"" + by + "\"");
        flows.go(by);

        flows.expect(by, State.ROLLED_BACK);
        assertThat(flows.release(by).outcome()).isEqualTo(second + " is taken back: Refunds are paid twice");
        assertThat(flows.release(second).state()).isEqualTo(State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(flows.bean(Environments.class).occupancy(PRODUCTION, product.component()))
                .map(Occupancy::release)
                .contains(first);
        assertThat(journal(second.value(), "release.taken-back")).hasSize(1);
        var again = rollBack("rita", second, reason);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Nothing of " + second + " is left");
    }

    @Test
    void takesBackInOneEnvironmentOnlyAndInSpiteOfAFreeze() {
        released("1.0.0");
        var second = released("2.0.0");
        freeze();

        rollBack("rita", second, "{\"reason\":\"Only there\",\"environment\":\"production\"}");
        flows.go(new ReleaseId(second + "-back"));

        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("2.0.0");
        assertThat(flows.bean(Deployments.class).standing(second))
                .extracting(Standing::state)
                .containsExactly(Standing.State.THERE, Standing.State.BACK);
    }

    @Test
    void showsWhatIsBackAndWhatIsNotWhileAPersonPutsItRight() throws Exception {
        released("1.0.0");
        var second = released("2.0.0");
        var other = flows.open(product.version("3.0.0"));
        flows.bean(Environments.class).claim(other, STAGING);

        rollBack("rita", second, "{\"reason\":\"Refunds are paid twice\"}");
        var by = new ReleaseId(second + "-back");
        flows.go(by);

        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("2.0.0");
        assertThat(summary(by, "Activity_PutRightByHand")).contains("is held by " + other);
        var rita = inTasklist("rita").browser;
        assertThat(rita.get("/?product=" + product.key()).body())
                .contains(
                        "Put right by hand",
                        "/service in staging: 2.0.0",
                        "/service in production: 1.0.0",
                        "not put back");
        assertThat(rita.get("/releases/" + by).body()).contains("partly back", "put back");
        assertThat(rita.get("/releases/" + second).body())
                .contains("takes this release back", "Roll this release back?");

        flows.bean(Environments.class).release(other, STAGING);
        flows.complete(by, "Activity_PutRightByHand", "olga", "putRight", "try-again", "reason", "It is free now.");
        flows.expect(by, State.ROLLED_BACK);
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    private void freeze() {
        var entering = flows.as(
                Actor.person("rita"),
                () -> flows.bean(Calendar.class)
                        .add(new EntryDraft(
                                Kind.FREEZE,
                                "Stocktaking",
                                "Because.",
                                product.key(),
                                "",
                                LocalDateTime.now(ZoneOffset.UTC).minusHours(1),
                                LocalDateTime.now(ZoneOffset.UTC).plusHours(9),
                                "UTC",
                                "",
                                Set.of(),
                                false)));
        assertThat(entering).isInstanceOf(Entering.Made.class);
    }

    private HttpResponse<String> rollBack(String person, ReleaseId id, String body) {
        return overRest(person).anywhere("application/json", "POST", "/api/releases/" + id + "/roll-back", body);
    }
}
