package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.DURATION;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.QUESTIONS;
import static dev.slipway.flow.variable.StepVariables.TOLERANCE;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.flow.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Watches what was deployed for some time. Template: {@code watch.json}. */
@Step(
        name = "watch",
        label = "Watch",
        description =
                "Asks every component in an environment how it is, every second for some time, and listens to alerts. A restart"
                        + " of Slipway does not begin the time anew.",
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
                    optional = true),
            @Step.Input(
                    name = "path",
                    label = "Path",
                    description = "What is asked for; /health where it is empty.",
                    optional = true),
            @Step.Input(
                    name = "questions",
                    label = "Questions",
                    description = "How many questions each component is asked at a time; one where it is empty.",
                    optional = true),
            @Step.Input(
                    name = "apart",
                    label = "Ask it apart",
                    description =
                            "yes asks the candidate where it stands beside another version, and not where users ask, if that"
                                    + " can be told.",
                    optional = true,
                    choices = {"no", "yes"}),
            @Step.Input(
                    name = "slower",
                    label = "Slower by",
                    description =
                            "By how many percent it may be slower than the version before, while that stands beside it. Not"
                                    + " compared where it is empty.",
                    optional = true)
        },
        errors =
                @Step.Fault(
                        code = "watch-failed",
                        variable = "failure",
                        description =
                                "More questions went wrong than tolerated, it is slower than it may be, or an alert fired."))
@Component
class Watch implements WorkStep {

    private static final double PERCENT = 100.0;

    /** So many slow rounds say nothing yet about how fast something is. */
    private static final long FEW = 1;

    private final Interview interview;
    private final Lookout lookout;
    private final RemoteChecks remote;
    private final VisitRepository visits;
    private final ProbeProperties settings;
    private final Clock clock;

    Watch(
            Interview interview,
            Lookout lookout,
            RemoteChecks remote,
            VisitRepository visits,
            ProbeProperties settings,
            Clock clock) {
        this.interview = interview;
        this.lookout = lookout;
        this.remote = remote;
        this.visits = visits;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    /** Asks one round and goes on later; it fails as soon as nothing that follows could save it. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        var duration = DURATION.in(inputs);
        var environment = ENVIRONMENT.in(inputs);
        var begun = visits.begin(visit.release(), visit.id());
        var alarm = lookout.alarm(visit, environment);
        if (alarm.isPresent()) {
            return failed(visit, environment, alarm.get());
        }
        var round = interview.round(visit, inputs);
        if (begun.failures() > 0 || !round.silent().isEmpty()) {
            lookout.answers(visit, environment, round);
        }
        var over = isOver(begun.at(), duration);
        var asked = begun.rounds() + 1;
        var failures = begun.failures() + round.failures();
        var slow = begun.slow() + (round.slow() ? 1 : 0);
        if (failures > begun.failures() || round.slow() || counts(inputs)) {
            visits.note(visit.id(), asked, failures, slow);
        }
        var planned = duration.toMillis() / settings.pause().toMillis() + 1;
        var rounds = over && counts(inputs) ? asked : planned;
        if (failures > tolerated(rounds, round, inputs)) {
            return failed(
                    visit,
                    environment,
                    named(round) + " did not answer " + round.path() + " well " + failures
                            + " times while it was watched");
        }
        if (slow > Math.max(FEW, rounds / 2)) {
            return failed(
                    visit,
                    environment,
                    named(round) + " answered " + round.path() + " slower than the version before in " + slow
                            + " rounds");
        }
        var stillWatched = false;
        var tolerated = (long) (planned * TOLERANCE.find(inputs).orElse(settings.tolerance()) / PERCENT);
        for (var target : round.far()) {
            var found = remote.watch(visit, target, inputs, begun.at().plus(duration), tolerated);
            if (found.isPresent() && !found.get().flaw().isEmpty()) {
                return failed(visit, environment, found.get().flaw());
            }
            stillWatched |= found.isEmpty();
        }
        return over && !stillWatched ? done(visit, failures) : new Result.Later(pause(begun.at(), duration));
    }

    private Result failed(Visit visit, EnvironmentKey environment, String reason) {
        lookout.failed(visit, environment, reason);
        return new Result.Refused("watch-failed", reason);
    }

    /** Whether it asks often enough for a share of its questions to mean something. */
    private static boolean counts(Map<String, Object> inputs) {
        return QUESTIONS.find(inputs).isPresent();
    }

    private double tolerated(long rounds, Interview.Round round, Map<String, Object> inputs) {
        var questions =
                rounds * round.components().size() * QUESTIONS.find(inputs).orElse(1);
        return questions * TOLERANCE.find(inputs).orElse(settings.tolerance()) / PERCENT;
    }

    private static String named(Interview.Round round) {
        return String.join(" and ", round.components());
    }

    private boolean isOver(Instant begun, Duration duration) {
        return !clock.instant().isBefore(begun.plus(duration));
    }

    private Duration pause(Instant begun, Duration duration) {
        var left = Duration.between(clock.instant(), begun.plus(duration));
        return left.isNegative() || left.isZero() || left.compareTo(settings.pause()) > 0 ? settings.pause() : left;
    }

    private static Result done(Visit visit, int failures) {
        visit.log("watched to the end; " + failures + " questions went wrong");
        return Result.DONE;
    }
}
