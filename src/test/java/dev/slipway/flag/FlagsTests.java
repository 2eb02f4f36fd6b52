package dev.slipway.flag;

import static dev.slipway.flag.Signals.CHECKOUT;
import static dev.slipway.flag.Signals.NOW;
import static dev.slipway.flag.Signals.PAYMENTS;
import static dev.slipway.flag.Signals.PRODUCTION;
import static dev.slipway.flag.Signals.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.environment.spi.ParityAspect;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

class FlagsTests {

    @EveryDatabase
    void isSeenByNobodyUntilItIsShownAndEachChangeIsOnRecord(Database database) {
        var signals = new Signals(database, NOW);
        signals.flags.define(CHECKOUT, "The new checkout", LocalDate.parse("2026-12-24"));
        signals.audiences.gather(PAYMENTS, "pilots", "Who agreed to it", List.of("email ends-with @pilot.example"));

        assertThat(json(signals)).doesNotContain("targeting").contains("\"defaultVariant\":\"off\"");
        signals.flags.expose(CHECKOUT, PRODUCTION, true, 0, "pilots");
        signals.flags.expose(CHECKOUT, PRODUCTION, true, 0, "pilots");
        assertThat(signals.flags
                        .find(CHECKOUT)
                        .orElseThrow()
                        .in(PRODUCTION)
                        .orElseThrow()
                        .words())
                .isEqualTo("pilots only");
        assertThat(json(signals)).contains("ends_with").contains("@pilot.example");
        assertThat(signals.flags.published(STAGING, product -> true).json()).doesNotContain("@pilot.example");
        signals.actor = Actor.SYSTEM;
        signals.flags.expose(new ReleaseId("payments-2.0.0"), CHECKOUT, PRODUCTION, 25, "pilots");

        assertThat(json(signals)).contains("{\"fractional\":[[\"on\",25],[\"off\",75]]}");
        assertThat(database.published(Journaled.class))
                .extracting(Journaled::act)
                .containsExactly("flag.defined", "flag.audience-gathered", "flag.exposed", "flag.exposed");
        assertThat(database.published(FlagEvent.Exposed.class))
                .extracting(FlagEvent.Exposed::chain)
                .containsExactly("flags", "payments-2.0.0");
        assertThat(database.published(FlagEvent.Exposed.class).get(1).facts().toString())
                .contains("before=pilots only", "after=pilots and 25 % of the others");
        assertThat(database.published(FlagEvent.Gathered.class).get(0).facts().toString())
                .doesNotContain("pilot.example");
    }

    @EveryDatabase
    void isHiddenFromEverybodyByOneSwitchAndGoneWhenItIsDropped(Database database) {
        var signals = new Signals(database, NOW);
        signals.flags.define(CHECKOUT, "The new checkout", null);
        signals.flags.expose(CHECKOUT, PRODUCTION, true, 100, "");
        assertThat(json(signals)).contains("{\"if\":[true,\"on\",\"off\"]}");
        var before = signals.flags.published(PRODUCTION, product -> true).digest();

        signals.flags.expose(CHECKOUT, PRODUCTION, false, 100, "");
        assertThat(json(signals)).doesNotContain("targeting");
        assertThat(signals.flags.published(PRODUCTION, product -> true).digest())
                .isNotEqualTo(before);
        assertThat(signals.flags.published(PRODUCTION, product -> false).json()).contains("\"flags\":{}");

        assertThat(signals.flags.drop(CHECKOUT, "")).isInstanceOf(Flagging.Refused.class);
        assertThat(signals.flags.drop(CHECKOUT, "done")).isInstanceOf(Flagging.Dropped.class);
        assertThat(signals.flags.all()).isEmpty();
    }

    @EveryDatabase
    void saysWhatIsWrongAndChangesNothing(Database database) {
        var signals = new Signals(database, NOW);
        assertThat(reason(signals.flags.define(new FlagKey(PAYMENTS, "New Checkout"), "", null)))
                .contains("Use up to 63 of a to z", "Say what it is for");
        assertThat(reason(signals.flags.define(CHECKOUT, "Too late", LocalDate.parse("2026-11-23"))))
                .contains("still to come");
        assertThat(reason(signals.flags.define(new FlagKey(new ProductKey("none"), "x"), "x", null)))
                .contains("There is no product none");
        assertThat(signals.flags.expose(CHECKOUT, PRODUCTION, true, 5, "")).isInstanceOf(Flagging.Unknown.class);
        signals.flags.define(CHECKOUT, "The new checkout", null);
        assertThat(reason(signals.flags.expose(CHECKOUT, new EnvironmentKey("moon"), true, 101, "pilots")))
                .contains("does not go to moon", "0 to 100 percent", "has no audience 'pilots'");
        assertThat(reason(signals.audiences.gather(PAYMENTS, "pilots", "x", List.of("email like x"))))
                .contains("'email like x' is no condition");
        signals.actor = Actor.person("quinn");
        assertThat(reason(signals.flags.expose(CHECKOUT, PRODUCTION, true, 5, "")))
                .contains("That takes manage-flags");
        assertThat(signals.flags.find(CHECKOUT).orElseThrow().exposures()).isEmpty();
    }

    @EveryDatabase
    void anAudienceThatIsShownSomethingStays(Database database) {
        var signals = new Signals(database, NOW);
        signals.flags.define(CHECKOUT, "The new checkout", null);
        signals.audiences.gather(PAYMENTS, "pilots", "x", List.of("targetingKey is ada, bob", "country is NZ"));
        signals.flags.expose(CHECKOUT, STAGING, true, 0, "pilots");

        assertThat(reason(signals.audiences.drop(PAYMENTS, "pilots"))).contains("Show it to others first");
        signals.flags.expose(CHECKOUT, STAGING, true, 10, "");
        assertThat(signals.audiences.drop(PAYMENTS, "pilots")).isInstanceOf(Flagging.Dropped.class);
        assertThat(signals.audiences.drop(PAYMENTS, "pilots")).isInstanceOf(Flagging.Unknown.class);
    }

    @EveryDatabase
    void anOverdueFlagIsToldOfOnceByTheClockOfItsPeople(Database database) {
        var signals = new Signals(database, NOW.minus(Duration.ofDays(3)));
        signals.flags.define(CHECKOUT, "The new checkout", LocalDate.parse("2026-11-23"));
        signals.flags.define(new FlagKey(PAYMENTS, "other"), "Lives a day longer", LocalDate.parse("2026-11-24"));
        signals.overdue.look();
        assertThat(database.published(FlagEvent.Outlived.class)).isEmpty();

        var later = new Signals(database, NOW);
        later.overdue.look();
        later.overdue.look();

        assertThat(database.published(FlagEvent.Outlived.class))
                .extracting(event -> event.flag().key())
                .containsExactly(CHECKOUT);
        assertThat(later.flags.find(CHECKOUT).orElseThrow().overdueSince()).isEqualTo(NOW);
        later.flags.define(CHECKOUT, "The new checkout", LocalDate.parse("2027-01-01"));
        assertThat(later.flags.find(CHECKOUT).orElseThrow().overdueSince()).isNull();
    }

    @EveryDatabase
    void tellsInWhatTwoEnvironmentsDiffer(Database database) {
        var signals = new Signals(database, NOW);
        signals.flags.define(CHECKOUT, "The new checkout", null);
        signals.flags.define(new FlagKey(PAYMENTS, "same"), "Seen everywhere", null);
        for (var environment : List.of(STAGING, PRODUCTION)) {
            signals.flags.expose(new FlagKey(PAYMENTS, "same"), environment, true, 100, "");
        }
        signals.flags.expose(CHECKOUT, STAGING, true, 100, "");

        var parity = new FlagParity(signals.flags);
        assertThat(parity.differences(ComponentKey.parse("payments/service"), STAGING, PRODUCTION))
                .containsExactly(new ParityAspect.Difference("new-checkout", "seen by everybody", "seen by nobody"));
        assertThat(parity.differences(ComponentKey.parse("other/service"), STAGING, PRODUCTION))
                .isEmpty();
    }

    private static String json(Signals signals) {
        return signals.flags.published(PRODUCTION, product -> true).json();
    }

    private static String reason(Flagging flagging) {
        return ((Flagging.Refused) flagging).reason();
    }
}
