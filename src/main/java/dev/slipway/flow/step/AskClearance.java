package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.CLEARANCE;
import static dev.slipway.flow.variable.StepVariables.CLEARANCE_ASKS_AGAIN;
import static dev.slipway.flow.variable.StepVariables.CLEARANCE_REASON;
import static dev.slipway.flow.variable.StepVariables.CLEARANCE_UNTIL;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.flow.step.Obstacle.Obstruction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks everything that may keep the release from being deployed now. Template: {@code ask-clearance.json}. */
@Step(
        name = "ask-clearance",
        label = "Ask clearance",
        description =
                "Asks whether the release may be deployed to an environment now: whether no freeze is in force, a window is open, and"
                        + " nothing else stands in its way. No is an answer, not a failure: wait until clearanceAsksAgain or for the message"
                        + " clearance-changed, then ask again. A release that has to wait does not keep its place in the queue for the environment.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description = "The environment's key in the catalogue: staging."),
        outputs = {
            @Step.Output(name = "clearance", description = "given or withheld"),
            @Step.Output(name = "clearanceReason", description = "Why it is withheld; empty where it is given."),
            @Step.Output(
                    name = "clearanceUntil",
                    description = "The instant at which that is over by itself; empty where it is not."),
            @Step.Output(
                    name = "clearanceAsksAgain",
                    description = "The instant at which to ask again, for a timer: in an hour at the latest.")
        })
@Component
class AskClearance implements JavaDelegate {

    /** Even where nobody has said that something changed. */
    private static final Duration AT_THE_LATEST = Duration.ofHours(1);

    private final Obstacles obstacles;
    private final Clock clock;

    AskClearance(Obstacles obstacles, Clock clock) {
        this.obstacles = obstacles;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var waited = CLEARANCE_REASON.find(execution).orElse("");
        var found = obstacles.before(Releasing.of(execution), ENVIRONMENT.in(execution), waited);
        var until = found.map(Obstruction::until);
        CLEARANCE.set(execution, found.isEmpty() ? "given" : "withheld");
        CLEARANCE_REASON.set(execution, found.map(Obstruction::reason).orElse(""));
        CLEARANCE_UNTIL.set(execution, until.map(Instant::toString).orElse(""));
        CLEARANCE_ASKS_AGAIN.set(execution, atTheLatest(until.orElse(Instant.MAX)));
    }

    private Instant atTheLatest(Instant until) {
        var latest = clock.instant().plus(AT_THE_LATEST).truncatedTo(ChronoUnit.MILLIS);
        return until.isBefore(latest) ? until.truncatedTo(ChronoUnit.MILLIS) : latest;
    }
}
