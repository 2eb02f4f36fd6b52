package dev.slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReplayTests {

    @EveryDatabase
    void saysWhatWouldHaveBeenBlockedAllowedAndRoutedOtherwise(Database database) {
        var fixture = ReplayFixture.on(database);
        fixture.decided("assess-risk", "shop-1", Map.of("commits", 10), Map.of("risk", "low"));
        fixture.decided("assess-risk", "shop-2", Map.of("commits", 200), Map.of("risk", "high"));
        fixture.decided("assess-risk", "shop-3", Map.of("commits", 50), Map.of("risk", "low"));
        fixture.decided("assess-risk", "shop-4", Map.of("commits", 10), Map.of("risk", "low"));
        fixture.decided("approval-rules", "shop-4", Map.of("commits", 10), Map.of("seats", 0));
        fixture.ends.putAll(Map.of("shop-1", "released", "shop-2", "rolled-back", "shop-3", "pending"));
        var before = fixture.everything();

        var replay = fixture.replay(
                "assess-risk",
                facts -> Map.of(
                        "risk",
                        switch (String.valueOf(facts.get("commits"))) {
                            case "50" -> "high";
                            case "10" -> "medium";
                            default -> "low";
                        }));

        assertThat(replay.stage()).isEqualTo(Replay.Stage.DONE);
        assertThat(replay.counts())
                .containsEntry(Difference.NEWLY_BLOCKED, 1L)
                .containsEntry(Difference.NEWLY_ALLOWED, 1L)
                .containsEntry(Difference.DIFFERENTLY_ROUTED, 2L)
                .containsEntry(Difference.SAME, 0L);
        assertThat(replay.distinct()).as("equal facts are asked once").isEqualTo(3);
        var all = fixture.replays.changed(replay, null, 0, 10);
        assertThat(all).extracting(Changed::release).containsExactly("shop-1", "shop-2", "shop-3", "shop-4");
        assertThat(all).extracting(Changed::ended).containsExactly("released", "rolled-back", "pending", "unknown");
        assertThat(fixture.replays.changed(replay, Difference.NEWLY_ALLOWED, 0, 10))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.release()).isEqualTo("shop-2");
                    assertThat(changed.before()).isEqualTo("high");
                    assertThat(changed.after()).isEqualTo("low");
                });
        assertThat(fixture.replays.changed(replay, null, all.get(1).id(), 1))
                .extracting(Changed::release)
                .containsExactly("shop-3");
        assertThat(fixture.everything()).as("nothing changes by it").isEqualTo(before);
        assertThat(database.published())
                .as("that it was done is journaled, and nothing else")
                .singleElement()
                .isInstanceOfSatisfying(PolicyEvent.Replayed.class, event -> {
                    assertThat(event.chain()).isEqualTo("slipway");
                    assertThat(event.act()).isEqualTo("policy.replayed");
                    assertThat(event.counts().get("newly-blocked")).isEqualTo(1L);
                });
    }

    @EveryDatabase
    void stopsWhatNoRuleMatchesButTellsNobodyWhereNobodyIsToBeTold(Database database) {
        var fixture = ReplayFixture.on(database);
        fixture.decided("assess-risk", "shop-1", Map.of(), Map.of("risk", "low"));
        fixture.decided("route-notification", "shop-1", Map.of(), Map.of("who", "qa", "means", "mail"));

        var stopped = fixture.replay("assess-risk", facts -> null);
        assertThat(fixture.replays.changed(stopped, null, 0, 10))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.difference()).isEqualTo(Difference.NEWLY_BLOCKED);
                    assertThat(changed.after()).contains("no rule matches");
                });
        var silent = fixture.replay("route-notification", facts -> null);
        assertThat(fixture.replays.changed(silent, null, 0, 10)).singleElement().satisfies(changed -> {
            assertThat(changed.difference()).isEqualTo(Difference.DIFFERENTLY_ROUTED);
            assertThat(changed.after()).isEqualTo("nobody is told");
        });
    }

    @EveryDatabase
    void judgesEachTableByWhatItsAnswerDoes(Database database) {
        var fixture = ReplayFixture.on(database);
        fixture.decided("start-release", "", Map.of("flow", "a", "planned", true), Map.of("start", "no"));
        fixture.decided("approval-rules", "shop-1", Map.of(), Map.of("seats", 0));
        fixture.decided(
                "quality-gate",
                "shop-1",
                Map.of("testsRun", 8, "testsFailed", 0, "evidence", "qa-report"),
                criterion("junit.tests", ">=", "1"));

        assertThat(differences(fixture, "start-release", Map.of("start", "yes")))
                .containsExactly(Difference.NEWLY_ALLOWED);
        assertThat(differences(fixture, "approval-rules", Map.of("role", "qa", "seats", 1, "due", "P1D")))
                .containsExactly(Difference.NEWLY_BLOCKED);
        assertThat(differences(fixture, "quality-gate", criterion("junit.tests", ">=", "10")))
                .containsExactly(Difference.NEWLY_BLOCKED);
        assertThat(differences(fixture, "quality-gate", criterion("junit.tests", ">=", "8")))
                .containsExactly(Difference.DIFFERENTLY_ROUTED);
        assertThat(differences(fixture, "quality-gate", criterion("document.uat-report", "present", "")))
                .containsExactly(Difference.NEWLY_BLOCKED);
        assertThat(differences(fixture, "quality-gate", criterion("junit.tests", ">=", "1")))
                .isEmpty();
    }

    @EveryDatabase
    void asksWhoMayAndOneAtATimeAndKeepsNothingOfWhatIsWrong(Database database) {
        var fixture = ReplayFixture.on(database);
        fixture.decided("assess-risk", "shop-1", Map.of(), Map.of("risk", "low"));

        assertThat(fixture.identity.signedIn(
                        "ada", () -> fixture.replays.start("assess-risk", "a.dmn", new byte[] {1})))
                .isInstanceOf(Replaying.Forbidden.class);
        assertThat(fixture.start("nothing-like-it", new byte[] {1})).isInstanceOf(Replaying.Unknown.class);
        assertThat(fixture.start("assess-risk", new byte[2_000_000])).isInstanceOf(Replaying.Refused.class);
        assertThat(fixture.start("assess-risk", new byte[0])).isInstanceOf(Replaying.Refused.class);
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void breaksOffWhatTakesTooLong(Database database) {
        var fixture = ReplayFixture.on(database, Duration.ofMillis(1));
        for (var number = 0; number < 20; number++) {
            fixture.decided("assess-risk", "shop-" + number, Map.of("commits", number), Map.of("risk", "low"));
        }

        var replay = fixture.replay("assess-risk", facts -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            return Map.of("risk", "low");
        });

        assertThat(replay.stage()).isEqualTo(Replay.Stage.STOPPED);
        assertThat(replay.reason()).contains("slipway.replay.longest");
        assertThat(database.published(PolicyEvent.Replayed.class)).hasSize(1);
    }

    @EveryDatabase
    void namesTheRulesOfATableThatNobodyCanReadAnyMore(Database database) {
        var fixture = ReplayFixture.on(database);
        fixture.decided("assess-risk", "shop-1", Map.of("commits", 1), Map.of("risk", "low"));
        fixture.decided("assess-risk", "shop-2", Map.of("commits", 2), Map.of("risk", "high"));

        assertThat(fixture.explanations.of("shop-1"))
                .extracting(Explanation::sentence)
                .containsExactly("because rule rule-1: whatever the facts are, so risk = low");
        var newest = fixture.explanations.newest("assess-risk", 0, 1);
        assertThat(newest)
                .extracting(numbered -> numbered.explanation().evaluation().release())
                .containsExactly("shop-2");
        assertThat(fixture.explanations.newest("assess-risk", newest.get(0).id(), 5))
                .extracting(numbered -> numbered.explanation().evaluation().release())
                .containsExactly("shop-1");
    }

    @Test
    void anAnswerThatMeansTheSameIsTheSame() {
        assertThat(new Verdict(false, List.of(1), "a").against(new Verdict(false, List.of(1), "b")))
                .isEqualTo(Difference.SAME);
        assertThat(new Verdict(true, 1, "").against(new Verdict(false, 1, ""))).isEqualTo(Difference.NEWLY_BLOCKED);
        assertThat(new Verdict(false, 1, "").against(new Verdict(true, 1, ""))).isEqualTo(Difference.NEWLY_ALLOWED);
    }

    private static List<Difference> differences(ReplayFixture fixture, String table, Map<String, Object> answer) {
        var replay = fixture.replay(table, facts -> answer);
        return fixture.replays.changed(replay, null, 0, 10).stream()
                .map(Changed::difference)
                .toList();
    }

    private static Map<String, Object> criterion(String measure, String comparison, String required) {
        return Map.of("criterion", "c", "measure", measure, "comparison", comparison, "required", required);
    }
}
