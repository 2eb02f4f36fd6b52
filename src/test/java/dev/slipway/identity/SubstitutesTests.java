package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Issuing.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubstitutesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId MAX = new PersonId("max");

    @EveryDatabase
    void standInOnlyWithinThePeriod(Database database) {
        var fixture = IdentityFixture.on(database);
        var named = fixture.signedIn("ada", () -> fixture.substitutes.name(order("ada", "max", 1, 3, "")));

        assertThat(named).isInstanceOf(Naming.Done.class);
        assertThat(fixture.substitutes.of(ADA)).isEmpty();
        fixture.later(Duration.ofHours(1));
        assertThat(fixture.substitutes.of(ADA)).containsExactly(MAX);
        assertThat(fixture.substitutes.principalsOf(MAX)).containsExactly(ADA);
        fixture.later(Duration.ofHours(2));
        assertThat(fixture.substitutes.of(ADA)).isEmpty();
        assertThat(fixture.substitutes.principalsOf(MAX)).isEmpty();
    }

    @EveryDatabase
    void keepThePeriodInItsZoneAndJournalIt(Database database) {
        var fixture = IdentityFixture.on(database);
        fixture.signedIn("ada", () -> fixture.substitutes.name(order("ada", "max", 1, 3, "")));

        assertThat(fixture.substitutes.concerning(ADA, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.from()).isEqualTo(IdentityFixture.NOW.plus(Duration.ofHours(1)));
                    assertThat(one.zone()).isEqualTo(BERLIN);
                    assertThat(one.namedBy()).isEqualTo(ADA);
                });
        assertThat(database.published(IdentityEvent.SubstituteNamed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.facts().get("zone")).isEqualTo("Europe/Berlin"));
    }

    @EveryDatabase
    void areNamedForSomebodyElseByAnAdministratorWithAReasonOnly(Database database) {
        var fixture = IdentityFixture.on(database);

        assertThat(fixture.signedIn("max", () -> fixture.substitutes.name(order("ada", "max", 0, 3, "ill"))))
                .isInstanceOf(Naming.Forbidden.class);
        assertThat(fixture.signedIn("root", () -> fixture.substitutes.name(order("ada", "max", 0, 3, ""))))
                .isEqualTo(new Naming.Refused(List.of(new Flaw("reason", "Say why ada cannot name the substitute."))));
        assertThat(fixture.signedIn("root", () -> fixture.substitutes.name(order("ada", "root", 0, 3, "ill"))))
                .isInstanceOf(Naming.Refused.class);
        assertThat(fixture.signedIn("root", () -> fixture.substitutes.name(order("ada", "max", 0, 3, "ill"))))
                .isInstanceOf(Naming.Done.class);
    }

    @EveryDatabase
    void areNotNamedWithATokenOrByNobody(Database database) {
        var fixture = IdentityFixture.on(database);
        var token = new TokenOrder("x", Set.of("read"), Set.of(), IdentityFixture.NOW.plus(Duration.ofDays(1)));
        var bearer = fixture.bearer("ada", token);

        assertThat(fixture.bearing(bearer, () -> fixture.substitutes.name(order("ada", "max", 0, 3, ""))))
                .isInstanceOf(Naming.Forbidden.class);
        assertThat(fixture.substitutes.name(order("ada", "max", 0, 3, ""))).isInstanceOf(Naming.Forbidden.class);
    }

    @EveryDatabase
    void areRefusedWhereThePeriodOrThePeopleMakeNoSense(Database database) {
        var fixture = IdentityFixture.on(database);

        assertThat(fields(fixture, order("ada", "ada", 0, 3, ""))).containsExactly("substitute");
        assertThat(fields(fixture, order("ada", "nobody", 0, 3, ""))).containsExactly("substitute");
        assertThat(fields(fixture, order("ada", "max", 3, 3, ""))).containsExactly("until");
        assertThat(fields(fixture, order("ada", "max", -9, -3, ""))).containsExactly("until");
        assertThat(fields(fixture, order("ada", "max", 0, 24 * 367, ""))).containsExactly("until");
    }

    @EveryDatabase
    void endBeforeTheirTime(Database database) {
        var fixture = IdentityFixture.on(database);
        var named =
                (Naming.Done) fixture.signedIn("ada", () -> fixture.substitutes.name(order("ada", "max", 0, 3, "")));
        var id = named.substitution().id();

        fixture.directory.with("eve", "qa");
        assertThat(fixture.signedIn("eve", () -> fixture.substitutes.end(id))).isInstanceOf(Naming.Forbidden.class);
        assertThat(fixture.signedIn("max", () -> fixture.substitutes.end(id))).isInstanceOf(Naming.Done.class);
        assertThat(fixture.signedIn("ada", () -> fixture.substitutes.end(id))).isInstanceOf(Naming.Done.class);

        assertThat(fixture.substitutes.of(ADA)).isEmpty();
        assertThat(database.published(IdentityEvent.SubstitutionEnded.class)).hasSize(1);
    }

    @Test
    void aPeriodThatEndsInTheHourThatComesTwiceEndsWithTheSecond() {
        var flaws = new ArrayList<Flaw>();
        var order = new SubstitutionRequest("", "max", "2026-10-25T02:30", "2026-10-25T02:30", "Europe/Berlin", "")
                .order(ADA, flaws);

        assertThat(order).isNotNull().satisfies(asked -> {
            assertThat(asked.from()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
            assertThat(asked.until()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        });
        assertThat(new SubstitutionRequest("", "max", "tomorrow", "", "Mars", "").order(ADA, flaws))
                .isNull();
        assertThat(flaws).extracting(Flaw::field).containsExactly("zone");
    }

    private static List<String> fields(IdentityFixture fixture, SubstitutionOrder order) {
        var refused = (Naming.Refused) fixture.signedIn("ada", () -> fixture.substitutes.name(order));
        return refused.flaws().stream().map(Flaw::field).toList();
    }

    private static SubstitutionOrder order(String absent, String substitute, int from, int until, String reason) {
        return new SubstitutionOrder(
                new PersonId(absent),
                new PersonId(substitute),
                IdentityFixture.NOW.plus(Duration.ofHours(from)),
                IdentityFixture.NOW.plus(Duration.ofHours(until)),
                BERLIN,
                reason);
    }
}
