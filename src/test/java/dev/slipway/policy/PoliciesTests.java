package dev.slipway.policy;

import static dev.slipway.policy.PolicyFaultTests.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.IdentityFixture;
import dev.slipway.policy.PolicyFault.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PoliciesTests {

    private static final GroupId QA = new GroupId("qa");
    private static final GroupId DEVELOPERS = new GroupId("developers");

    @EveryDatabase
    void takeTheHighestRisk(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "assess-risk", Map.of("risk", "low"), Map.of("risk", "High"), Map.of("risk", "medium"));

        assertThat(fixture.policies.risk("shop-1", Map.of())).isEqualTo(Risk.HIGH);
    }

    @EveryDatabase
    void addUpApprovalsWithTheMostSeatsAndTheShortestTime(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "approval-rules",
                approval("qa", 1, "P1W"),
                approval("developers", 1L, "PT48H"),
                approval("qa", new BigDecimal("2.0"), "PT4H"),
                approval("qa", "1", "P3D"),
                Map.of("seats", 0));

        assertThat(fixture.policies.approvals("shop-1", Map.of("purpose", "production")))
                .isEqualTo(new ApprovalRules(
                        List.of(new RoleRule(DEVELOPERS, 1), new RoleRule(QA, 2)), Duration.ofHours(4)));
    }

    @EveryDatabase
    void readSharesAllFirstAndWhatHappensMeanwhile(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "approval-rules",
                approval("qa", "60 %", "P1D"),
                approval("qa", "50%", "P1D"),
                approval("qa", 1, "P1D"),
                Map.of("role", "developers", "seats", "all", "due", "P2D", "mandatory", false),
                Map.of(
                        "role",
                        "developers",
                        "seats",
                        "first",
                        "due",
                        "P2D",
                        "escalateAfter",
                        "PT6H",
                        "escalateTo",
                        "qa",
                        "remindEvery",
                        "PT2H"));

        assertThat(fixture.policies.approvals("shop-1", Map.of()))
                .isEqualTo(new ApprovalRules(
                        List.of(
                                new RoleRule(DEVELOPERS, Quorum.ALL, false, null),
                                new RoleRule(DEVELOPERS, Quorum.FIRST, true, QA),
                                new RoleRule(QA, Quorum.percent(60), true, null),
                                new RoleRule(QA, 1)),
                        Duration.ofDays(1),
                        Duration.ofHours(6),
                        Duration.ofHours(2)));
        assertThat(String.valueOf(
                        database.published(PolicyEvent.class).get(0).facts().get("answer")))
                .contains("60 %, 1", "all (optional), first, then qa", "PT6H", "PT2H");
    }

    @EveryDatabase
    void keepNothingOfWhatIsOnlyForeseen(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("approval-rules", approval("qa", 1, "PT4H"));

        assertThat(fixture.policies.foreseenApprovals("shop-1").apply(Map.of()).roles())
                .hasSize(1);

        assertThat(fixture.policies.evaluations("shop-1")).isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void askNobodyOnlyWhereARuleSaysSo(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("approval-rules", Map.of("seats", 0));

        assertThat(fixture.policies.approvals("shop-1", Map.of()).roles()).isEmpty();
        fixture.tables.answering("approval-rules");
        assertThat(fault(() -> fixture.policies.approvals("shop-1", Map.of("risk", "low")))
                        .code())
                .isEqualTo(Code.NO_RULE);
    }

    @EveryDatabase
    void readTheCriteriaOfAGate(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "quality-gate",
                criterion("No failing test", "junit.failures", "=", 0),
                criterion("Enough tests", "junit.tests", ">=", "10"),
                Map.of("criterion", "UAT report", "measure", "document.uat-report", "comparison", "present"),
                criterion("Enough tests", "junit.tests", ">=", "10"));

        assertThat(fixture.policies.gate("shop-1", Map.of("gate", "qa")))
                .containsExactly(
                        new CriterionRule("No failing test", "junit.failures", "=", "0"),
                        new CriterionRule("Enough tests", "junit.tests", ">=", "10"),
                        new CriterionRule("UAT report", "document.uat-report", "present", ""));
    }

    @EveryDatabase
    void tellTheNewestAnswerOfATable(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("assess-risk", Map.of("risk", "low"));
        fixture.policies.risk("shop-1", Map.of());
        fixture.tables.answering("assess-risk", Map.of("risk", "high"));
        fixture.policies.risk("shop-1", Map.of());
        fixture.tables.answering("approval-rules", Map.of("seats", 0));
        fixture.policies.approvals("shop-1", Map.of());

        assertThat(fixture.policies.newest("shop-1", "assess-risk"))
                .hasValueSatisfying(newest -> assertThat(newest.outputs()).containsExactly(Map.of("risk", "high")));
        assertThat(fixture.policies.newest("shop-2", "assess-risk")).isEmpty();
    }

    @EveryDatabase
    void keepEveryAnswerWithItsFactsAndRules(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("assess-risk", Map.of("risk", "high", "points", 8));
        fixture.tables.answering("approval-rules", approval("qa", 1, "PT4H"));
        var facts = new HashMap<String, Object>(Map.of("commits", 3, "labels", List.of("database")));
        facts.put("incident", null);

        fixture.policies.risk("shop-1", facts);
        fixture.policies.approvals("shop-1", Map.of("risk", "high"));
        fixture.policies.risk("shop-2", Map.of());

        assertThat(fixture.policies.evaluations("shop-1"))
                .extracting(Evaluation::table)
                .containsExactly("assess-risk", "approval-rules");
        assertThat(fixture.policies.evaluations("shop-1").get(0))
                .isEqualTo(new Evaluation(
                        "shop-1",
                        "assess-risk",
                        "1.0 (7)",
                        IdentityFixture.NOW,
                        facts,
                        List.of("rule-1"),
                        List.of(Map.of("risk", "high", "points", 8))));
    }

    @EveryDatabase
    void takeTheMostCarefulStrategy(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "choose-strategy",
                Map.of("strategy", "rolling"),
                Map.of("strategy", "Canary"),
                Map.of("strategy", "all-at-once"));

        assertThat(fixture.policies.chosenStrategy("shop-1")).isEmpty();
        assertThat(fixture.policies.strategy("shop-1", Map.of())).isEqualTo(Strategy.CANARY);
        assertThat(fixture.policies.chosenStrategy("shop-1")).contains(Strategy.CANARY);
        fixture.tables.answering("choose-strategy", Map.of("strategy", "hope"));
        assertThat(fault(() -> fixture.policies.strategy("shop-1", Map.of())).code())
                .isEqualTo(Code.UNKNOWN_WORD);
    }

    @EveryDatabase
    void letOneNoOutweighEveryYesToAStart(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("start-release", Map.of("start", "yes", "flow", "a", "kind", "planned"));
        var start = fixture.policies.start(Map.of("event", "push"));
        assertThat(start.allows("a", true)).isTrue();
        assertThat(start.allows("b", true)).isFalse();
        assertThat(start.allows("a", false)).isFalse();

        fixture.tables.answering("start-release", Map.of("start", "yes"), Map.of("start", "no"));
        assertThat(fixture.policies.start(Map.of()).allows("a", true)).isFalse();
        fixture.tables.answering("start-release");
        assertThat(fault(() -> fixture.policies.start(Map.of())).code()).isEqualTo(Code.NO_RULE);

        assertThat(database.published()).isEmpty();
        fixture.policies.keep(start, "");
        assertThat(fixture.policies.evaluations("")).hasSize(1);
        assertThat(database.published(PolicyEvent.class))
                .singleElement()
                .satisfies(event -> assertThat(event.chain()).isEqualTo("slipway"));
    }

    @EveryDatabase
    void tellNobodyWhereNoRuleSaysWhom(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering(
                "route-notification",
                Map.of("who", "operations", "means", "chat"),
                Map.of("who", "operations", "means", "chat"),
                Map.of("who", "owner"));
        assertThat(fixture.policies.routes("shop-1", Map.of("event", "release-failed")))
                .containsExactly(new Route("operations", "chat"));
        fixture.tables.answering("route-notification");
        assertThat(fixture.policies.routes("shop-1", Map.of())).isEmpty();
        assertThat(fixture.policies.evaluations("shop-1")).hasSize(2);
    }

    @EveryDatabase
    void tellTheJournalBriefly(Database database) {
        var fixture = PolicyFixture.on(database);
        fixture.tables.answering("approval-rules", approval("qa", 1, "PT4H"));
        fixture.policies.approvals("shop-1", Map.of());

        assertThat(database.published(PolicyEvent.class)).singleElement().satisfies(event -> {
            assertThat(event.chain()).isEqualTo("shop-1");
            assertThat(event.act()).isEqualTo("policy.decided");
            assertThat(event.facts()).containsOnlyKeys("table", "version", "rules", "answer", "digest");
            assertThat(event.facts().get("answer"))
                    .isEqualTo(Map.of("seats", Map.of("qa", 1), "due", Duration.ofHours(4)));
        });
    }

    private static Map<String, Object> approval(String role, Object seats, String due) {
        return Map.of("role", role, "seats", seats, "due", due);
    }

    private static Map<String, Object> criterion(String name, String measure, String comparison, Object required) {
        return Map.of("criterion", name, "measure", measure, "comparison", comparison, "required", required);
    }
}
