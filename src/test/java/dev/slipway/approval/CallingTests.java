package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Quorum;
import dev.slipway.policy.RoleRule;
import java.time.Duration;
import java.util.List;

/** Reassignment, escalation, reminders. */
class CallingTests {

    private final Neighbourhood neighbours = new Neighbourhood()
            .person("quin", "qa")
            .person("olga", "operations")
            .person("mia", "release-managers")
            .asking(new RoleRule(new GroupId("qa"), Quorum.of(1), true, new GroupId("operations")));

    private Ballot as(String person, Database database) {
        return new Ballot(database, neighbours, () -> Actor.person(person));
    }

    private Reassigning reassign(Ballot ballot, Approval approval, String to, String reason) {
        return ballot.in(() -> ballot.approvals.reassign(approval.id(), 1, new PersonId(to), reason));
    }

    @EveryDatabase
    void givesASeatToSomebodyNamed(Database database) {
        var ballot = as("mia", database);
        var approval = ballot.open();

        assertThat(reassign(ballot, approval, "olga", "Quin is ill")).isInstanceOf(Reassigning.Done.class);

        assertThat(ballot.objection(approval, 1, "quin")).contains("The seat QA is reserved for olga.");
        assertThat(as("olga", database).approve(approval, 1, "olga")).isInstanceOf(Voting.Counted.class);
        assertThat(database.published(ApprovalEvent.Reassigned.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.facts().get("to")).isEqualTo("olga");
                    assertThat(event.personal().get("reason")).isEqualTo("Quin is ill");
                });
    }

    @EveryDatabase
    void givesNoSeatToWhoeverMustNotDecideOrWithoutAReason(Database database) {
        var ballot = as("mia", database);
        var approval = ballot.open();

        assertRefused(reassign(ballot, approval, "rita", "Quin is ill"), "rita requested this release");
        assertRefused(reassign(ballot, approval, "dave", "Quin is ill"), "dave had a hand");
        assertRefused(reassign(ballot, approval, "mia", "Quin is ill"), "Nobody gives a seat to themselves");
        assertRefused(reassign(ballot, approval, "nobody", "Quin is ill"), "There is nobody with the user id nobody");
        assertRefused(reassign(ballot, approval, "olga", " "), "Say why");
        neighbours.mayReassign = false;
        assertRefused(reassign(ballot, approval, "olga", "Quin is ill"), "mia may not reassign seats of payments");
        assertThat(ballot.again(approval)).isEqualTo(approval);
    }

    @EveryDatabase
    void takesNobodyAwayFromWhereTheyAreNeeded(Database database) {
        neighbours.asking("operations", 1);
        var ballot = as("mia", database);

        assertRefused(reassign(ballot, ballot.open(), "olga", "Quin is ill"), "olga is needed on another seat");
    }

    @EveryDatabase
    void opensSeatsToOthersOnceTheyAreCalled(Database database) {
        neighbours.escalateAfter = Duration.ofHours(1);
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        assertThat(approval.times().escalateAt()).isEqualTo(Neighbourhood.NOW.plus(Duration.ofHours(1)));
        assertThat(ballot.objection(approval, 1, "olga")).isPresent();

        ballot.in(() -> ballot.approvals.escalate(approval.id()));
        ballot.in(() -> ballot.approvals.escalate(approval.id()));

        assertThat(ballot.approve(approval, 1, "olga")).isInstanceOf(Voting.Counted.class);
        assertThat(database.published(ApprovalEvent.Escalated.class))
                .singleElement()
                .satisfies(event -> assertThat(event.groups()).isEqualTo(List.of("operations")));
    }

    @EveryDatabase
    void opensTheSeatOfAStakeholderToOthersToo(Database database) {
        neighbours
                .askingNobody()
                .asking(new RoleRule(RoleRule.STAKEHOLDERS, Quorum.of(1), true, new GroupId("operations")));
        neighbours.stakeholders = List.of(new PersonId("quin"));
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        assertThat(ballot.objection(approval, 1, "olga")).contains("The seat Stakeholder QUIN is reserved for quin.");

        ballot.in(() -> ballot.approvals.escalate(approval.id()));

        assertThat(ballot.objection(approval, 1, "olga")).isEmpty();
        assertThat(ballot.objection(approval, 1, "quin")).isEmpty();
    }

    @EveryDatabase
    void remindsUntilEverybodyHasVoted(Database database) {
        neighbours.remindEvery = Duration.ofMinutes(30);
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        assertThat(ballot.again(approval).times().remindEvery()).isEqualTo(Duration.ofMinutes(30));

        ballot.in(() -> ballot.approvals.remind(approval.id()));
        ballot.approve(approval, 1, "quin");
        ballot.in(() -> ballot.approvals.remind(approval.id()));

        assertThat(ballot.again(approval).times().remindedAt()).isEqualTo(Neighbourhood.NOW);
        assertThat(database.published(ApprovalEvent.Reminded.class)).hasSize(1);
    }

    private static void assertRefused(Reassigning reassigning, String reason) {
        assertThat(reassigning)
                .isInstanceOfSatisfying(
                        Reassigning.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }
}
