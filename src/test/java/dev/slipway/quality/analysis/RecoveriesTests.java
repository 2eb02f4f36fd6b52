package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Ward.BEGUN;
import static dev.slipway.quality.analysis.Ward.PRODUCTION;
import static dev.slipway.quality.analysis.Ward.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import dev.slipway.quality.analysis.Recovery.Line;
import dev.slipway.release.Acceptance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class RecoveriesTests {

    @EveryDatabase
    void measuresFromTheFirstSignOfIllness(Database database) {
        var ward = new Ward(database, null);
        ward.acceptance =
                new Acceptance(List.of(), null, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(70));
        var recoveries = recoveries(ward);

        at(ward, 10);
        recoveries.answers(RELEASE, PRODUCTION, "shop/api", false);
        recoveries.answers(RELEASE, PRODUCTION, "shop/api", false);
        at(ward, 25);
        recoveries.seen(RELEASE, PRODUCTION, "does not answer");
        recoveries.seen(RELEASE, PRODUCTION, "does not answer at all");
        at(ward, 40);
        recoveries.acted(RELEASE, Actor.person("olga"));
        at(ward, 45);
        recoveries.acted(RELEASE, Actor.SYSTEM);
        at(ward, 75);
        recoveries.recovered(RELEASE, PRODUCTION);
        at(ward, 500);

        var recovery = recoveries.of(RELEASE);
        assertThat(recovery.failures())
                .containsExactly(new Failure(
                        PRODUCTION,
                        "does not answer",
                        BEGUN.plusSeconds(10),
                        BEGUN.plusSeconds(40),
                        "olga",
                        BEGUN.plusSeconds(75)));
        assertThat(recovery.acknowledgedBy()).containsExactly("olga");
        assertThat(database.published(RecoveryEvent.ActedOn.class))
                .singleElement()
                .satisfies(acted -> {
                    assertThat(acted.facts().get("by")).isEqualTo("a person");
                    assertThat(acted.personal()).isEqualTo(Map.of("person", "olga"));
                });
        assertThat(recovery.lines())
                .extracting(Line::name, Line::words, Line::verdict)
                .containsExactly(
                        tuple("time to acknowledge", "30s", "missed"),
                        tuple("recovery time", "1m5s", "missed"),
                        tuple("downtime", "1m5s", "kept"));
        assertThat(database.published(RecoveryEvent.class))
                .extracting(RecoveryEvent::act)
                .containsExactly("recovery.failure-seen", "recovery.acted-on", "recovery.recovered");
        assertThat(database.published(RecoveryEvent.Recovered.class).get(0).facts())
                .isEqualTo(Map.of("environment", "production", "after", "PT1M5S", "threshold", "missed"));
    }

    @EveryDatabase
    void addsUpHowLongNothingAnswered(Database database) {
        var ward = new Ward(database, null);
        var recoveries = recoveries(ward);

        assertThat(recoveries.of(RELEASE).isEmpty()).isTrue();
        for (var outage = 0; outage < 2; outage++) {
            at(ward, 100 * outage);
            recoveries.answers(RELEASE, PRODUCTION, "shop/api", false);
            at(ward, 100 * outage + 4);
            recoveries.answers(RELEASE, PRODUCTION, "shop/web", true);
            recoveries.answers(RELEASE, PRODUCTION, "shop/api", true);
        }

        assertThat(recoveries.of(RELEASE).downtime()).isEqualTo(Duration.ofSeconds(8));
        assertThat(recoveries.of(RELEASE).failures()).isEmpty();
    }

    private static Recoveries recoveries(Ward ward) {
        return new Recoveries(new RecoveryRepository(ward.database.jdbc()), ward, ward.database.events(), ward.clock);
    }

    private static void at(Ward ward, long seconds) {
        ward.clock.now = BEGUN.plusSeconds(seconds);
    }
}
