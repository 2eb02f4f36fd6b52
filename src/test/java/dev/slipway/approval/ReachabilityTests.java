package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.PersonId;
import java.util.List;

class ReachabilityTests {

    @EveryDatabase
    void saysNothingWhereEverySeatCanBeFilled(Database database) {
        var ballot = new Ballot(
                database,
                new Neighbourhood()
                        .person("quin", "qa")
                        .person("olga", "operations")
                        .asking("qa", 1)
                        .asking("operations", 1));

        assertThat(ballot.approvals.unreachable(ballot.open().id())).isEmpty();
    }

    @EveryDatabase
    void movesPeopleToOtherSeatsBeforeItGivesUp(Database database) {
        var ballot = new Ballot(
                database,
                new Neighbourhood()
                        .person("both", "qa", "operations")
                        .person("quin", "qa")
                        .person("third", "operations", "security")
                        .asking("qa", 1)
                        .asking("operations", 1)
                        .asking("security", 1));

        assertThat(ballot.approvals.unreachable(ballot.open().id())).isEmpty();
    }

    @EveryDatabase
    void warnsWhereOnlyTheExcludedHoldTheRole(Database database) {
        var ballot = new Ballot(database, new Neighbourhood().asking("qa", 1));

        assertThat(ballot.approvals.unreachable(ballot.open().id()))
                .containsExactly("Nobody can take the seat QA: the group qa has no member who may decide and has not"
                        + " yet voted. Not counted: dave had a hand in the contents; rita requested the release.");
    }

    @EveryDatabase
    void warnsWhereOnePersonIsNeededTwice(Database database) {
        var ballot = new Ballot(
                database,
                new Neighbourhood()
                        .person("both", "qa", "operations")
                        .asking("qa", 1)
                        .asking("operations", 1));

        assertThat(ballot.approvals.unreachable(ballot.open().id()))
                .containsExactly(
                        "The seats QA; Operations need 2 people, and only 1 can still take them: both. Not counted:"
                                + " dave had a hand in the contents; rita requested the release.");
    }

    @EveryDatabase
    void saysWhatHasBecomeOfItSince(Database database) {
        var neighbours = new Neighbourhood()
                .person("both", "qa", "operations")
                .person("quin", "qa")
                .asking("qa", 1)
                .asking("operations", 1);
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        assertThat(ballot.approvals.unreachable(approval.id())).isEmpty();

        ballot.approve(approval, 1, "quin");
        neighbours.person("both", "qa");

        assertThat(ballot.approvals.unreachable(approval.id()))
                .containsExactly("Nobody can take the seat Operations: the group operations has no members.");
    }

    @EveryDatabase
    void warnsWhereAStakeholderCannotSignIn(Database database) {
        var neighbours = new Neighbourhood().asking("stakeholders", 1);
        neighbours.stakeholders = List.of(new PersonId("gone"));
        var ballot = new Ballot(database, neighbours);

        assertThat(ballot.approvals.unreachable(ballot.open().id()))
                .containsExactly("Nobody can take the seat Stakeholder gone: it is reserved for gone, who cannot vote"
                        + " here.");
    }

    @EveryDatabase
    void saysNothingAboutWhatIsSettled(Database database) {
        var ballot = new Ballot(database, new Neighbourhood().asking("qa", 1));
        var approval = ballot.open();
        ballot.settle(approval);

        assertThat(ballot.approvals.unreachable(approval.id())).isEmpty();
    }
}
