package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a target must hold besides, if two versions can stand beside each other on it. */
public abstract class TwoVersionsContractTests extends TargetContractTests {

    private static final Outcome DONE = new Outcome.Done();

    @Test
    void saysThatItHoldsTwo() {
        assertThat(target().holdsTwo(place())).isTrue();
    }

    @Test
    void putsAVersionBesideAnotherWhereNobodySeesIt() {
        oldAndNew();

        assertThat(target().probe(place())).isEqualTo(shared(100, 0));
        assertThat(target().install(beside("v2"), recorder)).as("again").isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(shared(100, 0));
    }

    @Test
    void sharesOutTheUsers() {
        oldAndNew();

        assertThat(shift("v3", 25)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(shared(75, 25));
        assertThat(shift("v3", 25)).as("again").isEqualTo(DONE);
        assertThat(shift("v4", 60)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(shared(40, 60));
    }

    @Test
    void leadsEverybodyToTheNewAndTakesTheOldAway() {
        oldAndNew();

        assertThat(shift("v3", 100)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(shared(0, 100));
        assertThat(target().remove(new Remove(place(), "v4", "1.1.0"), recorder))
                .isEqualTo(DONE);
        assertThat(target().remove(new Remove(place(), "v5", "1.1.0"), recorder))
                .as("again")
                .isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.1.0"), 100));
    }

    @Test
    void takesNothingAwayThatServesUsers() {
        oldAndNew();
        shift("v3", 25);

        assertThat(target().remove(new Remove(place(), "v4", "1.1.0"), recorder))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(target().probe(place())).isEqualTo(shared(75, 25));
    }

    @Test
    void bringsUsersBackToWhatIsStillThere() {
        oldAndNew();
        shift("v3", 25);

        assertThat(target().install(install("v4", "1.0.0", 100), recorder)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void bringsUsersBackFromTheNewAlone() {
        oldAndNew();
        shift("v3", 100);

        assertThat(target().install(install("v4", "1.0.0", 100), recorder)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void putsBackWhatIsGone() {
        oldAndNew();
        shift("v3", 100);
        target().remove(new Remove(place(), "v4", "1.1.0"), recorder);

        assertThat(target().install(install("v5", "1.0.0", 100), recorder)).isEqualTo(DONE);
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void doesNotTroubleUsersWithWhatItSaysNoTo() {
        target().install(install("v1", "1.0.0", 100), recorder);

        assertThat(target().install(refused("v2", true), recorder)).isInstanceOf(Outcome.Failed.class);
        assertThat(target().probe(place()))
                .isInstanceOfSatisfying(
                        Report.Running.class,
                        running -> assertThat(running.traffic("1.0.0")).isEqualTo(100));
    }

    private void oldAndNew() {
        assertThat(target().install(install("v1", "1.0.0", 100), recorder)).isEqualTo(DONE);
        assertThat(target().install(beside("v2"), recorder)).isEqualTo(DONE);
    }

    private Install beside(String visit) {
        return new Install(place(), visit, "1.1.0", artifact(), DIGEST, 100, 100, true);
    }

    private Outcome shift(String visit, int share) {
        return target().shift(new Shift(place(), visit, "1.1.0", DIGEST, share), recorder);
    }

    private static Report shared(int toOld, int toNew) {
        return new Report.Running(List.of(new Presence("1.0.0", 100, toOld), new Presence("1.1.0", 100, toNew)));
    }
}
