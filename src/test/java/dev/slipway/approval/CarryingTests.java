package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.identity.PersonId;
import java.net.URI;
import java.util.List;

/** After a rework only votes on what has changed are asked again. */
class CarryingTests {

    private final Neighbourhood neighbours = new Neighbourhood()
            .person("quin", "qa")
            .person("olga", "operations")
            .asking("qa", 1)
            .asking("operations", 1);

    /** Quin approves, olga rejects; then there is another candidate. */
    private Approval rejected(Ballot ballot) {
        neighbours.artifacts = artifacts("a");
        var approval = ballot.open("visit-1");
        ballot.approve(approval, 1, "quin");
        ballot.vote(approval, 2, "olga", Decision.REJECT, "runbook is missing");
        ballot.settle(approval);
        neighbours.candidate = 2;
        return approval;
    }

    @EveryDatabase
    void letsAVoteStandOnTheSameArtifactsAndPlan(Database database) {
        var ballot = new Ballot(database, neighbours);
        var before = rejected(ballot);

        var approval = ballot.open("visit-2");

        assertThat(approval.seats())
                .extracting(Seat::number, Seat::label, Seat::voter, Seat::carried)
                .containsExactly(tuple(1, "Operations", null, false), tuple(2, "QA", new PersonId("quin"), true));
        assertThat(approval.seats().get(1).at()).isEqualTo(before.openedAt());
        assertThat(approval.open()).hasSize(1);
        assertThat(ballot.again(approval)).isEqualTo(approval);
        assertThat(String.valueOf(database.published(ApprovalEvent.Opened.class)
                        .get(1)
                        .facts()
                        .get("carried")))
                .contains("quin", before.id().value());
        ballot.approve(approval, 1, "olga");
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void isApprovedAtOnceWhereEveryVoteStands(Database database) {
        var ballot = new Ballot(database, neighbours);
        neighbours.artifacts = artifacts("a");
        var first = ballot.open("visit-1");
        ballot.approve(first, 1, "quin");
        ballot.approve(first, 2, "olga");
        ballot.settle(first);
        neighbours.candidate = 2;

        assertThat(ballot.open("visit-2").settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void asksAnewWhereAnArtifactHasChanged(Database database) {
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);
        neighbours.artifacts = artifacts("b");

        assertThat(ballot.open("visit-2").open()).hasSize(2);
    }

    @EveryDatabase
    void asksAnewWhereThePlanHasChanged(Database database) {
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);
        neighbours.planVersion = 2;

        assertThat(ballot.open("visit-2").open()).hasSize(2);
    }

    @EveryDatabase
    void asksAnewWhereTheVoterIsExcludedByNow(Database database) {
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);
        ballot.conflict("quin", null);

        assertThat(ballot.open("visit-2").open()).hasSize(2);
    }

    @EveryDatabase
    void asksAnewWhereTheVoterHasLeftTheGroup(Database database) {
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);
        neighbours.person("quin");

        assertThat(ballot.open("visit-2").open()).hasSize(2);
    }

    @EveryDatabase
    void forgetsAnApprovalThatARejectionFollowed(Database database) {
        neighbours.person("quentin", "qa");
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);
        neighbours.planVersion = 2;
        var second = ballot.open("visit-2");
        ballot.vote(second, 1, "quin", Decision.REJECT, "I was wrong");
        ballot.settle(second);
        neighbours.planVersion = 1;
        neighbours.candidate = 3;

        assertThat(ballot.open("visit-3").open()).hasSize(2);
    }

    @EveryDatabase
    void carriesNothingToAnotherPurpose(Database database) {
        var ballot = new Ballot(database, neighbours);
        rejected(ballot);

        var other = ballot.in(() -> ballot.approvals.open(Neighbourhood.RELEASE, "production", "visit-2"));

        assertThat(other.open()).hasSize(2);
    }

    private static List<Artifact> artifacts(String letter) {
        return List.of(new Artifact(
                ComponentKey.parse("payments/service"), URI.create("file:///tmp/x"), new Digest(letter.repeat(64))));
    }
}
