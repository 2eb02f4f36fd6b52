package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Claiming;
import dev.slipway.environment.Environments;
import dev.slipway.journal.Entry;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What freezes do to releases on their way. */
class ClearanceProcessTests extends CalendarProcessTest {

    @Test
    void aFreezeAddedMidFlowHoldsTheReleaseBeforeTheNextDeployment() {
        var id = waitingForApproval("1.0.0");
        var freeze = freeze("Year end", Duration.ofDays(40), false);

        flows.vote(id, "olga", "approve");

        assertThat(product.running("production")).isEmpty();
        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.TIMER);
            assertThat(waiting.reason()).startsWith("Freeze 'Year end' until ").endsWith(" Europe/Berlin");
            assertThat(waiting.whom()).isEqualTo("time");
            assertThat(waiting.until()).isBetween(in(Duration.ofDays(39)), in(Duration.ofDays(41)));
            assertThat(waiting.activity()).isEqualTo("Event_ClearanceChanged");
        });
        assertThat(acts(id)).containsOnlyOnce("flow.clearance-withheld").doesNotContain("flow.clearance-given");

        end(freeze);
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(acts(id)).containsOnlyOnce("flow.clearance-given");
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
    }

    @Test
    void oneThatIsWokenIntoANewFreezeWaitsAgainAndSaysSo() {
        var id = waitingForApproval("1.0.0");
        var first = freeze("First", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");

        flows.fire(id, "Event_TimeToAskAgain");
        assertThat(reason(id)).startsWith("Freeze 'First'");
        freeze("Second", Duration.ofDays(2), false);
        flows.go(id);
        assertThat(reason(id)).startsWith("Freeze 'Second'");
        end(first);
        flows.go(id);

        assertThat(reason(id)).startsWith("Freeze 'Second'");
        assertThat(journal(id, "flow.clearance-withheld"))
                .extracting(Entry::payload)
                .satisfiesExactly(
                        one -> assertThat(one).contains("First"),
                        two -> assertThat(two).contains("Second"));
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void aFreezeAddedWhileItWaitsForTheEnvironmentHoldsItToo() {
        var id = waitingForApproval("1.0.0");
        var other = flows.open(product.version("1.1.0"));
        var environments = flows.bean(Environments.class);
        assertThat(environments.claim(other, PRODUCTION)).isInstanceOf(Claiming.Claimed.class);
        flows.vote(id, "olga", "approve");
        assertThat(reason(id)).isEqualTo("production is held by " + other);

        freeze("Audit", Duration.ofDays(1), false);
        environments.release(other, PRODUCTION);
        flows.go(id);

        assertThat(reason(id)).startsWith("Freeze 'Audit'");
        assertThat(environments.claim(other, PRODUCTION))
                .as("whoever may go does not wait behind one that may not")
                .isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    void aRollBackIsNeverHeld() {
        released("1.0.0");
        var id = flows.open(product.version("1.1.0"));
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.1.0");

        freeze("Year end", Duration.ofDays(1), false);
        product.fallsIll("production");
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void aHotfixPassesWhereTheFreezeLetsIt() {
        flows.apply(product);
        freeze("Soft", Duration.ofDays(1), true);
        var hotfix = flows.open(answering("INC-7", product.version("1.0.1")));
        flows.go(hotfix);
        flows.vote(hotfix, "olga", "approve");
        assertThat(product.running("production")).isEqualTo("1.0.1");
        flows.letTheWatchPass(hotfix);
        flows.expect(hotfix, State.RELEASED);

        freeze("Hard", Duration.ofDays(1), false);
        var another = flows.open(answering("INC-8", product.version("1.0.2")));
        flows.go(another);
        flows.vote(another, "olga", "approve");
        assertThat(reason(another)).startsWith("Freeze 'Hard'");
    }

    @Test
    void noReleaseBeginsToWaitForWhatIsOverAlready() throws Exception {
        var id = waitingForApproval("1.0.0");
        freeze("Short", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");
        for (var time = 0; time < 10; time++) {
            var longer = freeze("Long", Duration.ofDays(2), false);
            flows.go(id);
            assertThat(reason(id)).startsWith("Freeze 'Long'");
            resumeAsking(id);
            var asking = CompletableFuture.runAsync(() -> flows.jobsOnly(id));
            end(longer);
            asking.get();
            flows.go(id);
            assertThat(reason(id)).startsWith("Freeze 'Short'");
        }
    }

    /** Has it come as far as asking again, and no further. */
    private void resumeAsking(ReleaseId id) {
        var timer = flows.jobs(id)
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .orElseThrow();
        flows.engine.getManagementService().executeJob(timer.getId());
    }
}
