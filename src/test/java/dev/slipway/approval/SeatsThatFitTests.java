package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.Quorum;
import dev.slipway.policy.RoleRule;
import java.util.List;

/** Which seats the rules make, and who may sit where. */
class SeatsThatFitTests {

    private static final GroupId QA = new GroupId("qa");

    private final Neighbourhood neighbours = new Neighbourhood()
            .person("both", "qa", "operations")
            .person("quin", "qa")
            .person("quentin", "qa")
            .person("quark", "qa");

    @EveryDatabase
    void asksAShareOfThoseWhoMayDecide(Database database) {
        neighbours.asking(new RoleRule(QA, Quorum.percent(60), true, null));

        assertThat(new Ballot(database, neighbours).open().seats())
                .extracting(Seat::label)
                .containsExactly("QA, 1 of 2", "QA, 2 of 2");
    }

    @EveryDatabase
    void asksEverybodyWhoMayDecide(Database database) {
        neighbours.asking(new RoleRule(QA, Quorum.ALL, true, null));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        assertThat(approval.seats()).hasSize(4);
        for (var person : List.of("both", "quin", "quentin")) {
            ballot.approve(approval, ballot.again(approval).open().get(0).number(), person);
        }
        assertThat(ballot.approvals.decided(approval.id())).isFalse();
        ballot.approve(approval, 4, "quark");
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void asksOneSeatWhereNobodyMayDecideSoThatNothingIsApproved(Database database) {
        var nobody = new Neighbourhood().asking(new RoleRule(QA, Quorum.ALL, true, null));
        var ballot = new Ballot(database, nobody);

        assertThat(ballot.open().seats()).hasSize(1);
        assertThat(ballot.approvals.unreachable(ballot.open().id())).hasSize(1);
    }

    @EveryDatabase
    void letsTheFirstAnswerDecide(Database database) {
        neighbours.asking(new RoleRule(QA, Quorum.FIRST, true, null));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        ballot.approve(approval, 1, "quark");

        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void doesNotWaitForARoleThatIsNotMandatory(Database database) {
        neighbours.asking("qa", 1).asking(new RoleRule(new GroupId("operations"), Quorum.of(1), false, null));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        assertThat(approval.seats()).extracting(Seat::label).containsExactly("QA", "Operations (may object)");
        ballot.approve(approval, 1, "quin");
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void hearsTheObjectionOfARoleThatIsNotMandatory(Database database) {
        neighbours.asking("qa", 1).asking(new RoleRule(new GroupId("operations"), Quorum.of(1), false, null));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        ballot.vote(approval, 2, "both", Decision.REJECT, "not tonight");

        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.REJECTED);
    }

    @EveryDatabase
    void waitsForAllWhereNoRoleIsMandatory(Database database) {
        neighbours.asking(new RoleRule(QA, Quorum.of(1), false, null));

        assertThat(new Ballot(database, neighbours).open().seats())
                .extracting(Seat::mandatory, Seat::label)
                .containsExactly(tuple(true, "QA"));
    }

    @EveryDatabase
    void sendsWhoeverIsNeededElsewhereThere(Database database) {
        neighbours.asking("qa", 1).asking("operations", 1);
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        assertThat(ballot.approve(approval, 1, "both"))
                .isEqualTo(new Voting.Refused("both is needed on the seat Operations, which nobody else could fill"
                        + " then. Decide there; QA can be taken by somebody else."));
        assertThat(ballot.approve(approval, 2, "both")).isInstanceOf(Voting.Counted.class);
        assertThat(ballot.approve(approval, 1, "quin")).isInstanceOf(Voting.Counted.class);
        assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
    }

    @EveryDatabase
    void excludesWhoeverHasAConflict(Database database) {
        var ballot = new Ballot(database, neighbours.asking("qa", 1));
        ballot.conflict("quin", null);

        assertThat(ballot.objection(ballot.open(), 1, "quin")).contains("quin has a conflict (cousins).");
    }

    @EveryDatabase
    void excludesWhoeverMustNotDecideAboutAnAuthor(Database database) {
        var ballot = new Ballot(database, neighbours.asking("qa", 1));
        ballot.conflict("dave", "quin");

        assertThat(ballot.objection(ballot.open(), 1, "quin"))
                .contains("quin must not decide about changes of dave (cousins).");
    }

    @EveryDatabase
    void letsOnlyOneOfTwoDecideWhoMustNotDecideTogether(Database database) {
        var ballot = new Ballot(database, neighbours.asking("qa", 3));
        ballot.conflict("quin", "quentin");
        var approval = ballot.open();
        assertThat(ballot.approvals.unreachable(approval.id())).isEmpty();

        assertThat(ballot.approve(approval, 1, "quin")).isInstanceOf(Voting.Counted.class);

        assertThat(ballot.objection(approval, 2, "quentin"))
                .contains("quentin must not decide together with quin, who has voted (cousins).");
        assertThat(ballot.approvals.unreachable(approval.id())).isEmpty();
    }

    @EveryDatabase
    void foreseesWhatTheFlowAsks(Database database) {
        var few = new Neighbourhood().person("quin", "qa").asking("qa", 2);
        few.purposes = List.of("qa-sign-off", "production");
        var ballot = new Ballot(database, few);

        assertThat(ballot.approvals.outlook(Neighbourhood.RELEASE))
                .extracting(Expectation::purpose)
                .containsExactly("qa-sign-off", "production");
        assertThat(ballot.approvals.outlook(Neighbourhood.RELEASE).get(0).warnings())
                .containsExactly("The seats QA, 1 of 2; QA, 2 of 2 need 2 people, and only 1 can still take them: quin."
                        + " Not counted: dave had a hand in the contents; rita requested the release.");
        few.person("quentin", "qa");
        assertThat(ballot.approvals.outlook(Neighbourhood.RELEASE))
                .allSatisfy(expected -> assertThat(expected.warnings()).isEmpty());
    }

    @EveryDatabase
    void letsASubstituteSpeakForWhoeverIsAway(Database database) {
        var away = new Neighbourhood().person("quin", "qa").person("sue").asking("qa", 1);
        away.substitute("quin", "sue");
        var ballot = new Ballot(database, away);
        var approval = ballot.open();

        var counted = (Voting.Counted) ballot.approve(approval, 1, "sue");

        assertThat(counted.approval().seats())
                .extracting(Seat::voter, Seat::standsFor)
                .containsExactly(tuple(new PersonId("sue"), new PersonId("quin")));
        assertThat(database.published(ApprovalEvent.Voted.class).get(0).facts().get("inSteadOf"))
                .isEqualTo("quin");
    }

    @EveryDatabase
    void countsOneVoiceAndOnePersonOnce(Database database) {
        var away = new Neighbourhood()
                .person("quin", "qa")
                .person("sue", "qa")
                .person("bob")
                .asking("qa", 3);
        away.substitute("quin", "sue").substitute("quin", "bob");
        var ballot = new Ballot(database, away);
        var approval = ballot.open();

        assertThat(ballot.approve(approval, 1, "bob")).isInstanceOf(Voting.Counted.class);
        assertThat(ballot.again(approval).seats().get(0).standsFor()).isEqualTo(new PersonId("quin"));
        assertThat(ballot.objection(approval, 2, "quin")).contains("quin has voted already, through bob.");
        assertThat(ballot.objection(approval, 2, "bob")).isPresent();
        assertThat(ballot.approve(approval, 2, "sue")).isInstanceOf(Voting.Counted.class);
        assertThat(ballot.again(approval).seats().get(1).standsFor()).isNull();
    }

    @EveryDatabase
    void letsNoSubstituteGetRoundAnExclusion(Database database) {
        var away = new Neighbourhood()
                .person("quin", "qa")
                .person("sue")
                .substitute("dave", "sue")
                .substitute("quin", "rita")
                .asking("qa", 1);
        var ballot = new Ballot(database, away);
        var approval = ballot.open();

        assertThat(ballot.objection(approval, 1, "sue"))
                .contains("sue stands in for dave, who had a hand in the contents; a substitute does not get round"
                        + " that.");
        assertThat(ballot.objection(approval, 1, "rita"))
                .contains("rita requested this release; whoever requests a release cannot approve it.");
    }

    @EveryDatabase
    void listensToNoSubstituteWhoseTimeIsOver(Database database) {
        var away = new Neighbourhood().person("quin", "qa").person("sue").asking("qa", 1);
        away.substitute("quin", "sue");
        var ballot = new Ballot(database, away);
        var approval = ballot.open();
        away.substitutes.clear();

        assertThat(ballot.objection(approval, 1, "sue"))
                .contains("sue is not in the group qa, which the seat QA asks.");
    }
}
