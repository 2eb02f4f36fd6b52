package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.flow.door.Refusal;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.release.Change;
import dev.slipway.release.ChangeRecord;
import dev.slipway.release.ChangeRecords;
import dev.slipway.release.ChangeState;
import dev.slipway.release.ChangeType;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What type of change a DevOps release is decides who is asked, and when. */
class EmergencyProcessTests extends ProcessTest {

    @Test
    void asksNobodyAboutAStandardChange() {
        var id = released("1.0.0");

        flows.expect(id, State.RELEASED);
        assertThat(change(id).type()).isEqualTo(ChangeType.STANDARD);
        assertThat(moves(id)).containsExactly("implement", "review", "closed");
    }

    @Test
    void takesANormalChangeThroughAllItsStates() {
        var id = waitingForApproval("1.0.0");
        assertThat(change(id).type()).isEqualTo(ChangeType.NORMAL);
        assertThat(change(id).state()).isEqualTo(ChangeState.AUTHORIZE);

        flows.vote(id, "olga", "approve");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(moves(id)).containsExactly("authorize", "scheduled", "implement", "review", "closed");
    }

    @Test
    void isNewAgainWhenItIsSentBack() {
        var id = waitingForApproval("1.0.0");

        flows.vote(id, "olga", "reject");

        assertThat(change(id).state()).isEqualTo(ChangeState.NEW);
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "new-candidate");
        assertThat(change(id).state()).isEqualTo(ChangeState.AUTHORIZE);
        assertThat(change(id).candidate()).isEqualTo(2);
    }

    @Test
    void takesAnEmergencyToProductionFirstAndHasItReviewedAfter() {
        var id = inReview("1.0.0");
        assertThat(flows.of(id)).hasNotPassed("Activity_ApproveProduction").isWaitingAt("Activity_ReviewEmergency");
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(change(id).type()).isEqualTo(ChangeType.EMERGENCY);
        assertThat(change(id).state()).isEqualTo(ChangeState.REVIEW);

        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");

        flows.expect(id, State.RELEASED);
        assertThat(change(id).state()).isEqualTo(ChangeState.CLOSED);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::purpose)
                .containsExactly("emergency-review");
    }

    @Test
    void rollsARejectedEmergencyBack() {
        var id = inReview("1.0.0");
        flows.vote(id, "carl", "reject");

        assertThat(summary(id, "Activity_DecideAboutEmergency"))
                .contains("by carl", "INC-7", "\"changeType\":\"emergency\"");
        flows.complete(
                id,
                "Activity_DecideAboutEmergency",
                "olga",
                "emergencyChoice",
                "roll-back",
                "reason",
                "It is worse than the incident.");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEmpty();
        assertThat(flows.release(id).outcome()).contains("It is worse than the incident.");
        assertThat(change(id).state()).isEqualTo(ChangeState.CLOSED);
    }

    @Test
    void keepsARejectedEmergencyOnlyByADecisionOfSomebodyImpartial() {
        var id = inReview("1.0.0");
        flows.vote(id, "carl", "reject");

        assertThatThrownBy(() -> keep(id, "rita"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must be done by somebody impartial");
        keep(id, "olga");

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::settled)
                .containsExactly(Approval.Outcome.REJECTED);
    }

    @Test
    void saysThatNobodyReviewedItAndAsksAgain() {
        var id = inReview("1.0.0");

        flows.fire(id, "Event_TimeIsUp");

        assertThat(acts(id)).contains("flow.review-missed");
        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewEmergency");
        assertThat(change(id).state()).isEqualTo(ChangeState.REVIEW);
        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");
        flows.expect(id, State.RELEASED);
    }

    @Test
    void cannotEscapeItsReviewByBeingCancelled() {
        var id = inReview("1.0.0");

        var change =
                flows.as(Actor.person("rita"), () -> flows.bean(Releases.class).cancel(id, "Never mind."));

        assertThat(change).isInstanceOf(Change.Refused.class);
        assertThat(((Change.Refused) change).flaws().get(0).reason()).contains("reviewed, not cancelled");
        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewEmergency");
    }

    @Test
    void isNotReviewedByItsAuthor() {
        product.commit("fix: by carl", "Carl", "carl@example.com");
        var id = inReview("1.0.0");

        assertThatThrownBy(() -> flows.vote(id, "carl", "approve"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody approves their own changes");
    }

    @Test
    void passesTheGatesLikeAnyOther() {
        flows.apply(product.critical());
        product.testsFail();
        var id = flows.open(Emergency.of(product.version("1.0.0")));
        flows.go(id);

        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGates");
        assertThat(product.running("production")).isEmpty();
    }

    private ReleaseId inReview(String version) {
        flows.apply(product.critical());
        var id = flows.open(Emergency.of(product.version(version)));
        flows.go(id);
        flows.letTheWatchPass(id);
        return id;
    }

    private void keep(ReleaseId id, String person) {
        flows.complete(
                id, "Activity_DecideAboutEmergency", person, "emergencyChoice", "keep", "reason", "Users can pay.");
    }

    private ChangeRecord change(ReleaseId id) {
        return flows.bean(ChangeRecords.class).find(id).orElseThrow();
    }

    private List<String> acts(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .map(entry -> entry.act())
                .toList();
    }

    private List<String> moves(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .filter(entry -> entry.act().equals("change.moved"))
                .map(entry -> entry.payload().replaceAll(".*\"to\":\"([a-z]+)\".*", "$1"))
                .toList();
    }
}
