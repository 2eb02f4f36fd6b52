package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ANALYSIS_FINDING;
import static dev.slipway.flow.variable.StepVariables.ANALYSIS_REASON;
import static dev.slipway.flow.variable.StepVariables.DURATION;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.SHARE;
import static dev.slipway.flow.variable.StepVariables.SOAK;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.flow.FlowText;
import dev.slipway.flow.step.Step;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.AnalysisOrder;
import dev.slipway.quality.analysis.Finding;
import dev.slipway.quality.analysis.Looking;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Judges what was deployed by the criteria of the plan while it is watched. Template: {@code analyse.json}. */
@Step(
        name = "analyse",
        label = "Analyse",
        description = "Watches a version for some time: asks every component for /health every second, Prometheus for"
                + " the criteria of the plan, and listens to alerts. Fails as soon as one of them does; everything"
                + " else is said at the end. Without criteria it passes by /health alone.",
        inputs = {
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: production."),
            @Step.Input(
                    name = "share",
                    label = "Share",
                    description =
                            "Percent of the instances or the traffic that have the version; 0 where nobody uses it yet, 100 where"
                                    + " it is empty.",
                    optional = true),
            @Step.Input(
                    name = "tolerance",
                    label = "Tolerance",
                    description = "As of the step watch.",
                    optional = true),
            @Step.Input(
                    name = "questions",
                    label = "Questions",
                    description = "As of the step watch.",
                    optional = true),
            @Step.Input(
                    name = "apart",
                    label = "Ask it apart",
                    description = "As of the step watch.",
                    optional = true,
                    choices = {"no", "yes"}),
            @Step.Input(name = "slower", label = "Slower by", description = "As of the step watch.", optional = true),
            @Step.Input(name = "path", label = "Path", description = "As of the step watch.", optional = true),
            @Step.Input(
                    name = "soak",
                    label = "Soak time",
                    description =
                            "How long, as an ISO 8601 period: PT10M; longer where a criterion of the plan asks for it.")
        },
        outputs = {
            @Step.Output(
                    name = "analysisFinding",
                    description = "pass, inconclusive or not-enough-data; the last two are a question to a person"),
            @Step.Output(name = "analysisReason", description = "the finding in words, with its figures")
        },
        errors =
                @Step.Fault(
                        code = "analysis-failed",
                        variable = "failure",
                        description = "A criterion failed, a component did not answer, or an alert fired."))
@Component
class Analyse implements WorkStep {

    private static final String FAILED = "analysis-failed";
    private static final int EVERYBODY = 100;

    private final Watch watch;
    private final Analyses analyses;
    private final Lookout lookout;
    private final VisitRepository visits;
    private final Deployments deployments;

    Analyse(Watch watch, Analyses analyses, Lookout lookout, VisitRepository visits, Deployments deployments) {
        this.watch = watch;
        this.analyses = analyses;
        this.lookout = lookout;
        this.visits = visits;
        this.deployments = deployments;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    /** Goes on later until both the watch and the analysis have ended. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        var environment = ENVIRONMENT.in(inputs);
        var soak = analyses.length(visit.release(), environment, SOAK.in(inputs));
        var watched = watch.work(visit, watching(inputs, soak));
        if (watched instanceof Result.Refused refused) {
            analyses.failed(visit.release(), visit.id(), refused.reason());
            return new Result.Refused(FAILED, refused.reason());
        }
        if (soak.isZero() || !analyses.isAsked(visit.release(), environment)) {
            return watched instanceof Result.Done
                    ? done(Finding.PASS, "it answered well, and no time or no criterion is given to look closer")
                    : watched;
        }
        var looked = analyses.look(order(visit, inputs, soak));
        if (looked instanceof Looking.GoesOn goesOn) {
            return watched instanceof Result.Later ? watched : new Result.Later(goesOn.pause());
        }
        var analysis = ((Looking.Ended) looked).analysis();
        visit.log(analysis.reason());
        if (analysis.finding() == Finding.FAIL) {
            lookout.failed(visit, analysis.environment(), analysis.reason());
            return new Result.Refused(FAILED, analysis.reason());
        }
        if (watched instanceof Result.Later) {
            return watched;
        }
        return done(analysis.finding() == null ? Finding.NOT_ENOUGH_DATA : analysis.finding(), analysis.reason());
    }

    private static Map<String, Object> watching(Map<String, Object> inputs, Duration soak) {
        var watching = new HashMap<>(inputs);
        watching.putAll(DURATION.with(soak));
        return watching;
    }

    private AnalysisOrder order(Visit visit, Map<String, Object> inputs, Duration soak) {
        var environment = ENVIRONMENT.in(inputs);
        return new AnalysisOrder(
                visit.id(),
                visit.release(),
                environment,
                former(visit.release(), environment),
                SHARE.find(inputs).orElse(EVERYBODY),
                visits.begin(visit.release(), visit.id()).at(),
                soak);
    }

    /** The version that the release found there; empty where there was none. */
    private String former(ReleaseId release, EnvironmentKey environment) {
        return deployments.of(release).stream()
                .filter(move -> move.environment().equals(environment))
                .filter(move -> move.direction() == Move.Direction.FORWARD)
                .map(Move::previous)
                .filter(version -> !version.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Result done(Finding finding, String reason) {
        var variables = new HashMap<>(ANALYSIS_FINDING.with(finding));
        variables.putAll(ANALYSIS_REASON.with(FlowText.bounded(reason, FlowText.LONG)));
        return new Result.Done(variables);
    }
}
