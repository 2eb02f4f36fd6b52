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
                        + " yet voted.");
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
                        "Nobody is left for the seat Operations: all who could take it (both) are needed on other"
                                + " seats.");
    }

    @EveryDatabase
    void countsThoseWhoHaveVotedAsGone(Database database) {
        var ballot = new Ballot(
                database,
                new Neighbourhood()
                        .person("both", "qa", "operations")
                        .person("quin", "qa")
                        .asking("qa", 1)
                        .asking("operations", 1));
        var approval = ballot.open();
        assertThat(ballot.approvals.unreachable(approval.id())).isEmpty();

        ballot.approve(approval, 1, "both");

        assertThat(ballot.approvals.unreachable(approval.id())).hasSize(1);
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
