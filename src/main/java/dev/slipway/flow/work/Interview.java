package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.APART;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.PATH;
import static dev.slipway.flow.variable.StepVariables.QUESTIONS;
import static dev.slipway.flow.variable.StepVariables.SLOWER;

import dev.slipway.catalog.TargetDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks what was deployed how it is, one round at a time; compares it with the version before where that still stands beside it. */
@Component
class Interview {

    /** Two answers that differ by less are equally fast. */
    private static final Duration NOISE = Duration.ofMillis(2);

    private final Endpoints endpoints;

    Interview(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Round round(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        var path = PATH.find(inputs).orElse("/health");
        var failures = 0;
        var silent = new ArrayList<String>();
        var questions = QUESTIONS.find(inputs).orElse(1);
        var slow = false;
        var asked = asked(visit, inputs);
        for (var target : asked) {
            var old = SLOWER.find(inputs).flatMap(ignored -> endpoints.before(visit.release(), target));
            var answers = answers(target, old, path, questions);
            failures += (int) answers.faults.stream().peek(visit::log).count();
            if (answers.faults.size() == questions) {
                silent.add(target.component().toString());
            }
            if (old.isPresent() && answers.isSlower(SLOWER.in(inputs))) {
                visit.log(target.component() + ": " + path + " took "
                        + median(answers.times).toMillis() + " ms instead of "
                        + median(answers.before).toMillis() + " ms");
                slow = true;
            }
        }
        return new Round(
                asked.stream().map(target -> target.component().toString()).toList(),
                List.copyOf(silent),
                reached(visit, inputs, endpoints.far(visit.release(), ENVIRONMENT.in(inputs))),
                path,
                failures,
                slow);
    }

    private List<TargetDescription> asked(Visit visit, Map<String, Object> inputs) {
        var environment = ENVIRONMENT.in(inputs);
        return isApart(inputs)
                ? reached(visit, inputs, endpoints.preferApart(visit.release(), environment))
                : endpoints.near(visit.release(), environment);
    }

    /** A candidate that is nowhere yet cannot be asked apart: where it has no room beside the old version it comes with its first share. */
    private List<TargetDescription> reached(Visit visit, Map<String, Object> inputs, List<TargetDescription> targets) {
        return isApart(inputs)
                ? targets.stream()
                        .filter(target -> endpoints.isReached(visit.release(), target))
                        .toList()
                : targets;
    }

    private static boolean isApart(Map<String, Object> inputs) {
        return APART.find(inputs).orElse("no").equals("yes");
    }

    private Answers answers(TargetDescription target, Optional<TargetDescription> old, String path, int questions)
            throws InterruptedException {
        var answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var question = 0; question < questions; question++) {
            var answered = endpoints.ask(target, path);
            answers.times.add(answered.time());
            if (!answered.fault().isEmpty()) {
                answers.faults.add(answered.fault());
            }
            if (old.isPresent()) {
                answers.before.add(endpoints.ask(old.get(), path).time());
            }
        }
        return answers;
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /**
     * What one round came to.
     *
     * @param silent components of which every question went wrong
     * @param far those that only agents can ask
     * @param slow whether a component was slower than it may be
     */
    record Round(
            List<String> components,
            List<String> silent,
            List<TargetDescription> far,
            String path,
            int failures,
            boolean slow) {}

    private record Answers(List<String> faults, List<Duration> times, List<Duration> before) {

        boolean isSlower(int percent) {
            var limit =
                    median(before).multipliedBy(100 + percent).dividedBy(100).plus(NOISE);
            return median(times).compareTo(limit) > 0;
        }
    }
}
