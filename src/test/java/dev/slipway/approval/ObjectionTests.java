package dev.slipway.approval;

import static dev.slipway.approval.Neighbourhood.commit;
import static dev.slipway.approval.Neighbourhood.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.State;
import java.util.List;

class ObjectionTests {

    private final Neighbourhood neighbours = new Neighbourhood()
            .person("quin", "qa")
            .person("olga", "operations")
            .asking("qa", 2);

    @EveryDatabase
    void hasNothingAgainstAMemberOfTheRole(Database database) {
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.objection(ballot.open(), 1, "quin")).isEmpty();
    }

    @EveryDatabase
    void refusesTheRequester(Database database) {
        refuses(database, "rita", "rita requested this release");
    }

    @EveryDatabase
    void asksNothingOfARequesterWhoIsAServiceAccount(Database database) {
        neighbours.requester = Actor.service("rita");
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.objection(ballot.open(), 1, "rita")).isEmpty();
    }

    @EveryDatabase
    void refusesTheAuthorOfTheChange(Database database) {
        refuses(database, "dave", "of commit c0ffee1234 (fix: round half up)");
    }

    @EveryDatabase
    void refusesACommitter(Database database) {
        neighbours.commit(commit("beef", "feat: pay later", signed("stranger"), signed("quin")));
        neighbours.address("quin@example.org", "quin");
        refuses(database, "quin", "of commit beef (feat: pay later)");
    }

    @EveryDatabase
    void refusesACoAuthor(Database database) {
        neighbours.commit(commit("beef", "feat: pay later", signed("stranger"), signed("stranger"), signed("quin")));
        neighbours.address("quin@example.org", "quin");
        refuses(database, "quin", "of commit beef (feat: pay later)");
    }

    @EveryDatabase
    void refusesAnAuthorWhoseAddressIsMatchedOnlyAfterTheOpening(Database database) {
        neighbours.commit(commit("beef", "feat: pay later", signed("elsewhere"), signed("dave")));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        assertThat(ballot.objection(approval, 1, "quin")).isEmpty();

        neighbours.address("elsewhere@example.org", "quin");

        assertThat(ballot.approve(approval, 1, "quin")).isInstanceOf(Voting.Refused.class);
    }

    @EveryDatabase
    void refusesSomebodyOutsideTheRole(Database database) {
        refuses(database, "olga", "olga is not in the group qa");
    }

    @EveryDatabase
    void readsGroupsFresh(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        neighbours.person("quin");

        assertThat(ballot.objection(approval, 1, "quin"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not in the group qa"));
    }

    @EveryDatabase
    void refusesATakenSeat(Database database) {
        neighbours.person("quentin", "qa");
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 1, "quentin");

        refuses(ballot, approval, "quin", "The seat QA, 1 of 2 is taken: quentin has voted there.");
    }

    @EveryDatabase
    void refusesASecondSeat(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 2, "quin");

        refuses(ballot, approval, "quin", "quin already sits on QA, 2 of 2");
    }

    @EveryDatabase
    void refusesTheSeatOfAGroupToSomebodyForWhomAnotherIsKept(Database database) {
        var asking = new Neighbourhood().asking("qa", 1).asking("stakeholders", 1);
        asking.stakeholders = List.of(new PersonId("quin"));
        var ballot = new Ballot(database, asking);

        refuses(ballot, ballot.open(), "quin", "is kept for quin. Decide there; QA needs somebody else.");
    }

    @EveryDatabase
    void refusesASeatThatIsReservedForSomebodyElse(Database database) {
        var asking = new Neighbourhood().asking("stakeholders", 1).person("sue").person("sam");
        asking.stakeholders = List.of(new PersonId("sue"));
        var ballot = new Ballot(database, asking);

        refuses(ballot, ballot.open(), "sam", "is reserved for sue");
    }

    @EveryDatabase
    void refusesVotesOnASettledRequest(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.settle(approval);

        refuses(ballot, approval, "quin", "settled as expired");
    }

    @EveryDatabase
    void refusesVotesOnAnOlderCandidate(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        neighbours.candidate = 2;

        refuses(ballot, approval, "quin", "the current one is candidate 2");
    }

    @EveryDatabase
    void refusesVotesWhileTheReleaseIsOnHold(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        neighbours.heldBecause = "incident 7";

        refuses(ballot, approval, "quin", "on hold (incident 7)");
    }

    @EveryDatabase
    void refusesVotesOnAnEndedRelease(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        neighbours.state = State.CANCELLED;

        refuses(ballot, approval, "quin", "has ended");
    }

    @EveryDatabase
    void refusesSomebodyNobodyKnows(Database database) {
        refuses(database, "ci-bot", "service accounts do not");
    }

    @EveryDatabase
    void refusesAServiceAccountThatIsNamedLikeAPerson(Database database) {
        var ballot = new Ballot(database, neighbours, () -> Actor.service("quin"));

        assertThat(ballot.approve(ballot.open(), 1, "quin"))
                .isEqualTo(new Voting.Refused("Service accounts never vote."));
    }

    @EveryDatabase
    void refusesAVoteInSomebodyElsesName(Database database) {
        var ballot = new Ballot(database, neighbours, () -> Actor.person("olga"));

        assertThat(ballot.approve(ballot.open(), 1, "quin"))
                .isEqualTo(new Voting.Refused("olga cannot vote in the name of quin."));
    }

    @EveryDatabase
    void refusesARejectionWithoutAReason(Database database) {
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.vote(ballot.open(), 1, "quin", Decision.REJECT, "  ")).isInstanceOf(Voting.Refused.class);
    }

    @EveryDatabase
    void refusesACommentThatIsTooLong(Database database) {
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.vote(ballot.open(), 1, "quin", Decision.APPROVE, "x".repeat(4001)))
                .isInstanceOf(Voting.Refused.class);
    }

    @EveryDatabase
    void knowsNoSeatBeyondTheLast(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        assertThat(ballot.approve(approval, 0, "quin")).isInstanceOf(Voting.Refused.class);
        assertThat(ballot.approve(approval, 3, "quin")).isInstanceOf(Voting.Refused.class);
        assertThat(ballot.approvals.objection(new ApprovalId("none"), 1, new PersonId("quin")))
                .hasValue("There is no request for approval none.");
    }

    @EveryDatabase
    void excludesWhomItExcludedAtTheOpeningForGood(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        neighbours.address("dave@example.org", "nobody");

        refuses(ballot, approval, "dave", "nobody approves their own changes");
    }

    @EveryDatabase
    void saysThatAConflictHeldWhenItWasAsked(Database database) {
        var ballot = new Ballot(database, neighbours);
        var conflict = ballot.conflict("quin", null);
        var approval = ballot.open();
        ballot.end(conflict);

        refuses(ballot, approval, "quin", "quin had a conflict when this was asked (cousins).");
        assertThat(ballot.objection(ballot.open("visit-2"), 1, "quin")).isEmpty();
    }

    private void refuses(Database database, String person, String reason) {
        var ballot = new Ballot(database, neighbours);
        refuses(ballot, ballot.open(), person, reason);
    }

    private static void refuses(Ballot ballot, Approval approval, String person, String reason) {
        var before = ballot.again(approval);
        assertThat(ballot.objection(approval, 1, person))
                .hasValueSatisfying(said -> assertThat(said).contains(reason));
        assertThat(ballot.approve(approval, 1, person))
                .isInstanceOfSatisfying(
                        Voting.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(ballot.again(approval)).isEqualTo(before);
        assertThat(ballot.database.published(ApprovalEvent.Voted.class))
                .noneMatch(voted -> voted.seat() == 1 && voted.voter().value().equals(person));
    }
}
