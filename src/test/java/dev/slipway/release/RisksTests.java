package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Fact;
import dev.slipway.policy.Risk;
import dev.slipway.release.RegisteredRisk.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RisksTests {

    @EveryDatabase
    void keepsEveryVersionOfARisk(Database database) {
        var house = new House(database);
        var risks = risks(database, house);
        var id = house.open("2.1.0").id();

        risks.raise(id, draft("ben", Degree.MEDIUM, Degree.LOW, Standing.ACCEPTED));
        risks.raise(id, draft("ada", Degree.LOW, Degree.LOW, Standing.OPEN));
        risks.change(id, 1, draft("ben", Degree.MEDIUM, Degree.HIGH, Standing.OPEN));

        assertThat(risks.of(id))
                .extracting(RegisteredRisk::number, RegisteredRisk::version, RegisteredRisk::severity)
                .containsExactly(tuple(1, 2, Risk.HIGH), tuple(2, 1, Risk.LOW));
        assertThat(risks.history(id))
                .extracting(RegisteredRisk::standing)
                .containsExactly(Standing.OPEN, Standing.OPEN, Standing.OPEN);
        assertThat(RiskFacts.of(risks.of(id))).isEqualTo(Map.of(Fact.OPEN_RISKS, 2, Fact.HIGHEST_OPEN_RISK, "high"));
        assertThat(database.published(RiskEvent.class))
                .extracting(RiskEvent::act)
                .containsExactly("risk.raised", "risk.raised", "risk.changed");
    }

    @EveryDatabase
    void anOpenHighRiskIsLetPassOnlyBySomebodyWithoutAHandInIt(Database database) {
        var house = new House(database);
        var risks = risks(database, house);
        var id = house.open("2.1.0").id();
        house.around.actor = Actor.person("carl");
        risks.raise(id, draft("ben", Degree.HIGH, Degree.HIGH, Standing.OPEN));
        assertThat(risks.of(id).get(0).blocks()).isTrue();

        for (var concerned : new String[] {"ada", "ben", "carl"}) {
            house.around.actor = Actor.person(concerned);
            for (var way : Standing.values()) {
                var draft = way == Standing.OPEN
                        ? draft("ben", Degree.LOW, Degree.LOW, way)
                        : draft("ben", Degree.HIGH, Degree.HIGH, way);
                assertThat(risks.change(id, 1, draft))
                        .as("%s by %s", way, concerned)
                        .isInstanceOfSatisfying(
                                Change.Refused.class,
                                refused -> assertThat(refused.flaws().get(0).field())
                                        .isEqualTo(Flaw.ACTOR));
            }
        }
        house.around.actor = Actor.person("ben");
        assertThat(risks.change(id, 1, draft("ada", Degree.HIGH, Degree.HIGH, Standing.OPEN)))
                .isInstanceOf(Change.Made.class);
        assertThat(risks.change(id, 1, draft("ada", Degree.HIGH, Degree.HIGH, Standing.ACCEPTED)))
                .as("who has handed it over had a hand in it")
                .isInstanceOf(Change.Refused.class);
        house.around.actor = Actor.person("dora");
        assertThat(risks.change(id, 1, draft("ada", Degree.HIGH, Degree.HIGH, Standing.ACCEPTED)))
                .isInstanceOf(Change.Made.class);
        assertThat(risks.of(id).get(0).blocks()).isFalse();
    }

    @EveryDatabase
    void refusesWhoMayNotWhatIsIncompleteAndWhatHasEnded(Database database) {
        var house = new House(database);
        var risks = risks(database, house);
        var id = house.open("2.1.0").id();

        assertThat(risks.raise(id, draft("nobody", Degree.LOW, Degree.LOW, Standing.OPEN)))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.flaws().get(0).field()).isEqualTo("owner"));
        assertThat(risks.change(id, 7, draft("ben", Degree.LOW, Degree.LOW, Standing.OPEN)))
                .isInstanceOf(Change.Refused.class);
        assertThat(risks.raise(new ReleaseId("none"), draft("ben", Degree.LOW, Degree.LOW, Standing.OPEN)))
                .isInstanceOf(Change.Unknown.class);
        house.around.forbidden.add(Act.AMEND_RELEASE);
        assertThat(risks.raise(id, draft("ben", Degree.LOW, Degree.LOW, Standing.OPEN)))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.flaws().get(0).field()).isEqualTo(Flaw.ACTOR));
        house.around.forbidden.clear();
        house.releases.conclude(id, State.REJECTED, "no");
        assertThat(risks.raise(id, draft("ben", Degree.LOW, Degree.LOW, Standing.OPEN)))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.flaws().get(0).field()).isEqualTo(Flaw.STATE));
        assertThat(risks.of(id)).isEmpty();
    }

    @Test
    void theClassFollowsFromLikelihoodAndImpact() {
        var matrix = new StringBuilder();
        for (var likelihood : Degree.values()) {
            for (var impact : Degree.values()) {
                var draft = new RegisteredRisk(
                        new ReleaseId("r"),
                        1,
                        1,
                        "t",
                        new PersonId("p"),
                        likelihood,
                        impact,
                        "",
                        Standing.OPEN,
                        "",
                        Actor.SYSTEM,
                        Instant.EPOCH);
                matrix.append(draft.severity()).append(' ');
            }
        }
        assertThat(matrix.toString().strip()).isEqualTo("LOW LOW MEDIUM LOW MEDIUM HIGH MEDIUM HIGH HIGH");
    }

    private static Risks risks(Database database, House house) {
        var rows = new ReleaseRows(database.jdbc());
        return new Risks(
                new RiskRows(database.jdbc()),
                new Guarded(house.around, rows, database.transactions()),
                house.around,
                database.events(),
                Clock.systemUTC());
    }

    private static RiskDraft draft(String owner, Degree likelihood, Degree impact, Standing standing) {
        return new RiskDraft(
                "Data loss",
                new PersonId(owner),
                likelihood,
                impact,
                "A copy is made.",
                standing,
                "seen in the review");
    }
}
