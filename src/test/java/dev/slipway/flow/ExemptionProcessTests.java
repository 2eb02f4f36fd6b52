package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.calendar.Exempting;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;

/** What windows, a stopped line and exemptions do to releases on their way. */
class ExemptionProcessTests extends CalendarProcessTest {

    @Test
    void theLineIsStoppedUntilSomebodySaysWhyItGoesOn() {
        var id = waitingForApproval("1.0.0");
        var stop = made(as("rita", () -> flows.bean(Calendar.class).stopTheLine(scope(null), "Fire.", true)));
        flows.vote(id, "olga", "approve");

        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.MESSAGE);
            assertThat(waiting.reason()).isEqualTo("The line is stopped for " + product.key() + ": Fire.");
            assertThat(waiting.whom()).isEqualTo("clearance");
            assertThat(waiting.until()).isNull();
        });
        assertThat(as("rita", () -> flows.bean(Calendar.class).end(stop, " "))).isInstanceOf(Entering.Refused.class);
        hold(id);
        assertThat(as("rita", () -> flows.bean(Calendar.class).end(stop, "It is out.")))
                .isInstanceOf(Entering.Made.class);
        flows.go(id);
        assertThat(product.running("production")).isEmpty();
        resume(id);

        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void anExemptionTakesASecondPersonWhoHasNoPartInTheRelease() {
        var id = waitingForApproval("1.0.0");
        var freeze = freeze("Year end", Duration.ofDays(1), false);
        flows.vote(id, "olga", "approve");
        var byOlga = request("olga", id, null);
        assertThat(byOlga).as("operations may not amend releases").isInstanceOf(Exempting.Refused.class);
        var exemption = ((Exempting.Made) request("rita", id, freeze)).exemption();

        assertRefused(decide("rita", exemption.number()), "You have asked for this exemption");
        assertRefused(decide("dora", exemption.number()), "You had a hand in the contents");
        assertRefused(decide("quinn", exemption.number()), "may not decide about exemptions");
        assertThat(product.running("production")).isEmpty();
        assertThat(decide("olga", exemption.number())).isInstanceOf(Exempting.Made.class);
        flows.go(id);

        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(acts(id)).contains("calendar.exemption-requested", "calendar.exemption-granted");
    }

    @Test
    void anExemptionIsNoneFromAFreezeThatCameLater() {
        var id = waitingForApproval("1.0.0");
        freeze("Year end", Duration.ofDays(1), false);
        var exemption = ((Exempting.Made) request("rita", id, null)).exemption();
        decide("olga", exemption.number());
        freeze("Fire", Duration.ofDays(1), false);

        flows.vote(id, "olga", "approve");

        assertThat(reason(id)).startsWith("Freeze 'Fire'");
    }

    @Test
    void movesByItselfWhenTheWindowOpens() throws Exception {
        flows.apply(product);
        var opening = LocalDateTime.now(BERLIN).plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        made(as(
                "rita",
                () -> flows.bean(Calendar.class)
                        .add(draft(Kind.WINDOW, "Soon", opening, opening.plusHours(2), false))));
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        assertThat(reason(id)).contains("'Soon'");
        var jobs = ((ProcessEngineConfigurationImpl) flows.engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.setWaitTimeInMillis(60_000);
        jobs.setMaxWait(60_000);

        jobs.start();
        try {
            while (journal(id, "flow.clearance-given").isEmpty()) {
                assertThat(LocalDateTime.now(BERLIN)).isBefore(opening.plusSeconds(30));
                Thread.sleep(20);
            }
        } finally {
            jobs.shutdown();
        }
        var given = journal(id, "flow.clearance-given").get(0).at();
        System.out.printf(
                "A release moved %d ms after its window opened%n",
                Duration.between(opening.atZone(BERLIN).toInstant(), given).toMillis());
    }

    @Test
    void waitsOutsideOfTheWindows() {
        flows.apply(product);
        var start = LocalDateTime.now(BERLIN).plusDays(2).truncatedTo(ChronoUnit.HOURS);
        made(as(
                "rita",
                () -> flows.bean(Calendar.class)
                        .add(draft(Kind.WINDOW, "Deploy day", start, start.plusHours(2), false))));
        var id = flows.open(product.version("1.0.0"));

        flows.go(id);

        assertThat(reason(id))
                .startsWith("No window of " + product.key() + " in production is open until ")
                .endsWith(", when 'Deploy day' begins");
        assertThat(flows.waiting(id).get(0).until())
                .isEqualTo(start.atZone(BERLIN).toInstant());
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }
}
