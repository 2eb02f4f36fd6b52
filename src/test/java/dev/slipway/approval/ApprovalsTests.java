package dev.slipway.approval;

import static dev.slipway.approval.Neighbourhood.NOW;
import static dev.slipway.approval.Neighbourhood.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Journaled;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;

class ApprovalsTests {

    private final Neighbourhood neighbours = new Neighbourhood()
            .person("quin", "qa")
            .person("quentin", "qa")
            .person("olga", "operations")
            .asking("qa", 2)
            .asking("operations", 1);

    @EveryDatabase
    void opensOneSeatPerVoiceNamedApart(Database database) {
        var approval = new Ballot(database, neighbours).open();

        assertThat(approval.seats())
                .extracting(Seat::number, Seat::label)
                .containsExactly(tuple(1, "QA, 1 of 2"), tuple(2, "QA, 2 of 2"), tuple(3, "Operations"));
        assertThat(approval.openedAt()).isEqualTo(NOW);
        assertThat(approval.due()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(approval.excluded()).containsExactlyInAnyOrder(new PersonId("rita"), new PersonId("dave"));
        assertThat(database.published(ApprovalEvent.Opened.class)).hasSize(1);
    }

    @EveryDatabase
    void readsARequestAsItWasOpened(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        assertThat(ballot.again(approval)).isEqualTo(approval);
        assertThat(ballot.approvals.of(RELEASE)).containsExactly(approval);
    }

    @EveryDatabase
    void listsRequestsInTheOrderTheyWereOpened(Database database) {
        var ballot = new Ballot(database, neighbours);
        var first = ballot.open("visit-1");
        var second = ballot.open("visit-2");

        assertThat(ballot.approvals.of(RELEASE)).containsExactly(first, second);
    }

    @EveryDatabase
    void opensOnceForTheSameVisit(Database database) {
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.open()).isEqualTo(ballot.open());
        assertThat(database.published()).hasSize(1);
    }

    @EveryDatabase
    void isApprovedAtOnceWhereNobodyIsAsked(Database database) {
        var ballot = new Ballot(database, new Neighbourhood());
        var approval = ballot.open();

        assertThat(approval.settled()).isEqualTo(Approval.Outcome.APPROVED);
        assertThat(ballot.approvals.decided(approval.id())).isTrue();
        assertThat(database.published(ApprovalEvent.Settled.class)).hasSize(1);
    }

    @EveryDatabase
    void isWithdrawnAtOnceWhereTheReleaseHasEnded(Database database) {
        neighbours.state = State.CANCELLED;

        var approval = new Ballot(database, neighbours).open();

        assertThat(approval.settled()).isEqualTo(Approval.Outcome.WITHDRAWN);
        assertThat(approval.seats()).isEmpty();
    }

    @EveryDatabase
    void isApprovedWhenEverySeatApproved(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        ballot.approve(approval, 1, "quin");
        ballot.approve(approval, 2, "quentin");
        assertThat(ballot.approvals.decided(approval.id())).isFalse();
        assertThat(ballot.approve(approval, 3, "olga")).isInstanceOf(Voting.Counted.class);

        assertThat(ballot.approvals.decided(approval.id())).isTrue();
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
        assertThat(ballot.again(approval).settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void isRejectedWhenOneRejects(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        ballot.vote(approval, 1, "quin", Decision.REJECT, "  totals are off  ");

        assertThat(ballot.approvals.decided(approval.id())).isTrue();
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.REJECTED);
        assertThat(ballot.again(approval).seats().get(0).comment()).isEqualTo("totals are off");
    }

    @EveryDatabase
    void expiresWhereVotesAreMissing(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 1, "quin");

        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.EXPIRED);
    }

    @EveryDatabase
    void settlesOnce(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        ballot.settle(approval);
        neighbours.state = State.CANCELLED;

        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.EXPIRED);
        assertThat(database.published(ApprovalEvent.Settled.class)).hasSize(1);
    }

    @EveryDatabase
    void isWithdrawnWhenANewerCandidateOfTheSameRevisionExists(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 1, "quin");

        neighbours.candidate = 2;

        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.WITHDRAWN);
    }

    @EveryDatabase
    void isWithdrawnWhenTheReleaseEnds(Database database) {
        var ballot = new Ballot(database, neighbours);
        var settled = ballot.open("visit-1");
        ballot.vote(settled, 1, "quin", Decision.REJECT, "totals are off");
        ballot.settle(settled);
        var open = ballot.open("visit-2");

        neighbours.state = State.CANCELLED;
        ballot.concluded(State.CANCELLED);

        assertThat(ballot.again(open).settled()).isEqualTo(Approval.Outcome.WITHDRAWN);
        assertThat(ballot.again(settled).settled()).isEqualTo(Approval.Outcome.REJECTED);
        assertThat(database.published(ApprovalEvent.Settled.class)).hasSize(2);
    }

    @EveryDatabase
    void asksEachStakeholderOfThePlanWhoMayDecide(Database database) {
        neighbours.asking("stakeholders", 1).person("sue").person("sam");
        neighbours.stakeholders = List.of(new PersonId("sue"), new PersonId("rita"), new PersonId("sam"));
        var ballot = new Ballot(database, neighbours);

        var approval = ballot.open();

        assertThat(approval.seats().subList(3, 5))
                .extracting(Seat::label)
                .containsExactly("Stakeholder SUE, 1 of 2", "Stakeholder SAM, 2 of 2");
        assertThat(ballot.approve(approval, 4, "sam")).isInstanceOf(Voting.Refused.class);
        assertThat(ballot.approve(approval, 5, "sam")).isInstanceOf(Voting.Counted.class);
    }

    @EveryDatabase
    void asksNobodyWhereThePlanNamesNoStakeholder(Database database) {
        var approval = new Ballot(database, new Neighbourhood().asking("stakeholders", 3)).open();

        assertThat(approval.seats()).isEmpty();
        assertThat(approval.settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void journalsAVoteWithTheCommentApart(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.vote(approval, 3, "olga", Decision.APPROVE, "good luck");

        Journaled voted = database.published(ApprovalEvent.Voted.class).get(0);
        assertThat(voted.act()).isEqualTo("approval.voted");
        assertThat(voted.chain()).isEqualTo(RELEASE.value());
        assertThat(voted.facts().get("decision")).isEqualTo("approve");
        assertThat(voted.facts().get("role")).isEqualTo("operations");
        assertThat(voted.facts().toString()).doesNotContain("good luck");
        assertThat(voted.personal().get("comment")).isEqualTo("good luck");
    }
}
