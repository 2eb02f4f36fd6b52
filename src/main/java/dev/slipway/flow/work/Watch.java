package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.DURATION;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.TOLERANCE;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.flow.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Watches what was deployed for some time. Template: {@code watch.json}. */
@Step(
        name = "watch",
        label = "Watch",
        description = "Asks every component in an environment for /health every second for some time, and listens to"
                + " alerts. A restart of Slipway does not begin the time anew.",
        inputs = {
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: production."),
            @Step.Input(name = "duration", label = "Duration", description = "How long, as an ISO 8601 period: PT5M."),
            @Step.Input(
                    name = "tolerance",
                    label = "Tolerance",
                    description =
                            "How many percent of the questions may go wrong; slipway.probe.tolerance where it is empty.",
                    optional = true)
        },
        errors =
                @Step.Fault(
                        code = "watch-failed",
                        variable = "failure",
                        description = "More questions went wrong than tolerated, or an alert fired."))
@Component
class Watch implements WorkStep {

    private static final double PERCENT = 100.0;

    private final Endpoints endpoints;
    private final Lookout lookout;
    private final VisitRepository visits;
    private final ProbeProperties settings;
    private final Clock clock;

    Watch(Endpoints endpoints, Lookout lookout, VisitRepository visits, ProbeProperties settings, Clock clock) {
        this.endpoints = endpoints;
        this.lookout = lookout;
        this.visits = visits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks once and goes on later; it fails as soon as nothing that follows could save it. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        var duration = DURATION.in(inputs);
        var environment = ENVIRONMENT.in(inputs);
        var begun = visits.begin(visit.release(), visit.id());
        var alarm = lookout.alarm(visit, environment);
        if (alarm.isPresent()) {
            return failed(visit, environment, alarm.get());
        }
        var targets = endpoints.of(visit.release(), environment);
        var ill = ask(targets, visit, environment, begun.failures() > 0);
        var failures = begun.failures() + ill;
        if (ill > 0) {
            visits.failures(visit.id(), failures);
        }
        if (failures > tolerated(inputs, duration, targets)) {
            return failed(
                    visit,
                    environment,
                    targets.stream()
                                    .map(target -> target.component().toString())
                                    .collect(Collectors.joining(" and "))
                            + " did not answer /health well " + failures + " times while it was watched");
        }
        return isOver(begun.at(), duration) ? done(visit, failures) : new Result.Later(pause(begun.at(), duration));
    }

    private Result failed(Visit visit, EnvironmentKey environment, String reason) {
        lookout.failed(visit, environment, reason);
        return new Result.Refused("watch-failed", reason);
    }

    /** Returns how many of the components were ill. */
    private int ask(List<TargetDescription> targets, Visit visit, EnvironmentKey environment, boolean wasIll)
            throws InterruptedException {
        var ill = 0;
        for (var target : targets) {
            var illness = endpoints.illness(target);
            illness.ifPresent(visit::log);
            if (wasIll || illness.isPresent()) {
                lookout.answers(visit, environment, target.component(), illness.isEmpty());
            }
            ill += illness.isPresent() ? 1 : 0;
        }
        return ill;
    }

    private double tolerated(Map<String, Object> inputs, Duration duration, List<TargetDescription> targets) {
        var questions = (duration.toMillis() / settings.pause().toMillis() + 1) * targets.size();
        return questions * TOLERANCE.find(inputs).orElse(settings.tolerance()) / PERCENT;
    }

    private boolean isOver(Instant begun, Duration duration) {
        return !clock.instant().isBefore(begun.plus(duration));
    }

    private Duration pause(Instant begun, Duration duration) {
        var left = Duration.between(clock.instant(), begun.plus(duration));
        return left.compareTo(settings.pause()) < 0 ? left : settings.pause();
    }

    private static Result done(Visit visit, int failures) {
        visit.log("watched to the end; " + failures + " questions went wrong");
        return Result.DONE;
    }
}
