package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import java.util.List;

class ChangingReleasesTests {

    @EveryDatabase
    void amendsThePlanIntoItsNextVersion(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        var change = house.releases.amend(id, plan -> plan.withObjectives("Refunds, and receipts"), "asked by sales");

        assertThat(((Change.Made) change).release().planVersion()).isEqualTo(2);
        assertThat(house.releases.plan(id).objectives()).isEqualTo("Refunds, and receipts");
        assertThat(house.releases.planVersions(id)).extracting("reason").containsExactly("opened", "asked by sales");
        assertThat(database.published(ReleaseEvent.Amended.class))
                .singleElement()
                .satisfies(event -> assertThat(event.facts().get("changed")).isEqualTo(List.of("objectives")));
    }

    @EveryDatabase
    void doesNotAmendWhatIsFixedOrUnknown(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        var change = house.releases.amend(
                id,
                plan -> House.plan("1.1", "v2", "").withStakeholders(List.of(new PersonId("nobody"))),
                "no reason is good enough");

        assertThat(fields(change)).containsExactly("version", "revision", "stakeholders[0]");
        assertThat(house.releases.planVersions(id)).hasSize(1);
    }

    @EveryDatabase
    void makesNoNewVersionWhereNothingChanges(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        var change = house.releases.amend(id, plan -> plan.withObjectives(plan.objectives()), "pressed twice");

        assertThat(((Change.Made) change).release().planVersion()).isEqualTo(1);
        assertThat(database.published(ReleaseEvent.Amended.class)).isEmpty();
    }

    @EveryDatabase
    void asksForAReason(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        assertThat(fields(house.releases.hold(id, " "))).containsExactly("reason");
        assertThat(fields(house.releases.cancel(id, ""))).containsExactly("reason");
        assertThat(fields(house.releases.amend(id, plan -> plan, "x".repeat(2001))))
                .containsExactly("reason");
    }

    @EveryDatabase
    void refusesWhoLacksTheRight(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();
        house.around.forbidden.addAll(List.of(Act.HOLD_RELEASE, Act.CANCEL_RELEASE, Act.AMEND_RELEASE));

        assertThat(fields(house.releases.hold(id, "why"))).containsExactly(Flaw.ACTOR);
        assertThat(fields(house.releases.resume(id))).containsExactly(Flaw.ACTOR);
        assertThat(fields(house.releases.cancel(id, "why"))).containsExactly(Flaw.ACTOR);
        assertThat(fields(house.releases.amend(id, plan -> plan, "why"))).containsExactly(Flaw.ACTOR);
        assertThat(fields(house.releases.renew(id, "v2", House.artifacts()))).containsExactly(Flaw.ACTOR);
    }

    @EveryDatabase
    void holdsAndResumes(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        var held = house.releases.hold(id, "audit");
        assertThat(((Change.Made) held).release().heldBecause()).isEqualTo("audit");
        assertThat(house.releases.hold(id, "audit")).isInstanceOf(Change.Made.class);
        assertThat(fields(house.releases.hold(id, "another"))).containsExactly(Flaw.STATE);
        var resumed = house.releases.resume(id);
        assertThat(((Change.Made) resumed).release().heldBecause()).isNull();
        assertThat(fields(house.releases.resume(id))).containsExactly(Flaw.STATE);

        assertThat(database.published(ReleaseEvent.Held.class)).hasSize(1);
        assertThat(database.published(ReleaseEvent.Resumed.class)).hasSize(1);
    }

    @EveryDatabase
    void resumesAHeldReleaseBeforeItAsksItToStop(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();
        house.releases.hold(id, "audit");
        database.published().clear();

        var change = house.releases.cancel(id, "not needed");

        assertThat(((Change.Made) change).release().state()).isEqualTo(State.PENDING);
        assertThat(database.published())
                .containsExactly(new ReleaseEvent.Resumed(id), new ReleaseEvent.CancelRequested(id, "not needed"));
        assertThat(fields(house.releases.cancel(id, "again"))).containsExactly(Flaw.STATE);
        assertThat(fields(house.releases.hold(id, "too late"))).containsExactly(Flaw.STATE);
    }

    @EveryDatabase
    void keepsItsFirstEnd(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        var first = house.releases.conclude(id, State.REJECTED, "cab said no");
        var second = house.releases.conclude(id, State.RELEASED, "done");

        assertThat(second).isEqualTo(first);
        assertThat(second.outcome()).isEqualTo("cab said no");
        assertThat(second.endedAt()).isNotNull();
        assertThat(database.published(ReleaseEvent.Concluded.class)).hasSize(1);
    }

    @EveryDatabase
    void changesNothingOnceItHasEnded(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();
        house.releases.conclude(id, State.FAILED, "broke");
        database.published().clear();

        assertThat(fields(house.releases.hold(id, "why"))).containsExactly(Flaw.STATE);
        assertThat(fields(house.releases.resume(id))).containsExactly(Flaw.STATE);
        assertThat(fields(house.releases.cancel(id, "why"))).containsExactly(Flaw.STATE);
        assertThat(fields(house.releases.amend(id, plan -> plan, "why"))).containsExactly(Flaw.STATE);
        assertThat(fields(house.releases.renew(id, "v2", House.artifacts()))).containsExactly(Flaw.STATE);
        assertThat(house.releases.cutScope(id)).hasSize(2);
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void saysThatAReleaseIsUnknown(Database database) {
        var house = new House(database);
        var id = new ReleaseId("payments-9");

        assertThat(house.releases.hold(id, "why")).isEqualTo(new Change.Unknown(id));
        assertThat(house.releases.renew(id, "v2", House.artifacts())).isEqualTo(new Change.Unknown(id));
        assertThat(house.releases.find(id)).isEmpty();
    }

    @EveryDatabase
    void makesANewCandidateOfEveryRework(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();
        var first = house.releases.candidate(id);

        house.releases.renew(id, "fix", House.artifacts());
        var change = house.releases.renew(id, "fix", House.artifacts());

        assertThat(((Change.Made) change).release().candidate()).isEqualTo(3);
        assertThat(house.releases.candidate(id).contents().commit()).isEqualTo(sha('c'));
        assertThat(house.releases.candidate(id).digest()).isNotEqualTo(first.digest());
        assertThat(house.releases.candidates(id)).extracting(Candidate::number).containsExactly(1, 2, 3);
        assertThat(house.releases.open(House.plan("1.0", "fix", ""), "")).isInstanceOf(Opening.Existing.class);
    }

    @EveryDatabase
    void makesNoCandidateOfWhatCannotBeRead(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();
        house.around.artifacts.put(House.artifacts().get(1), new ArtifactCheck.Unreachable("no such file"));

        var change = house.releases.renew(id, "nowhere", House.artifacts());

        assertThat(fields(change)).containsExactly("artifacts[1].location", "revision");
        assertThat(house.releases.candidates(id)).hasSize(1);
    }

    @EveryDatabase
    void movesOutOfTheScopeWhatIsNotDone(Database database) {
        var house = new House(database);
        var id = house.open("1.0").id();

        assertThat(house.releases.cutScope(id)).extracting("key").containsExactly("PAY-1");
        assertThat(house.releases.cutScope(id)).extracting("key").containsExactly("PAY-1");

        assertThat(house.releases.plan(id).scope()).hasSize(1);
        assertThat(house.releases.planVersions(id)).hasSize(2);
        assertThat(database.published(ReleaseEvent.Amended.class))
                .singleElement()
                .satisfies(event -> assertThat(event.facts().get("moved")).isEqualTo(List.of("PAY-2")));
    }

    private static List<String> fields(Change change) {
        return ((Change.Refused) change).flaws().stream().map(Flaw::field).toList();
    }
}
