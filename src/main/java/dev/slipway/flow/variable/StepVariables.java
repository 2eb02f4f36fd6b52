package dev.slipway.flow.variable;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalId;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.drill.Drill;
import dev.slipway.policy.Risk;
import dev.slipway.quality.Verdict;
import dev.slipway.quality.analysis.Finding;
import dev.slipway.release.ChangeType;
import dev.slipway.release.Delivery.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Every variable that steps share with models. */
public final class StepVariables {

    public static final ProcessVariable<String> RELEASE_ID = ProcessVariable.text("releaseId");
    public static final ProcessVariable<EnvironmentKey> ENVIRONMENT =
            ProcessVariable.text("environment", EnvironmentKey::new, EnvironmentKey::value);
    public static final ProcessVariable<String> DRIFT = ProcessVariable.text("drift");
    public static final ProcessVariable<String> DRIFT_NUMBER = ProcessVariable.text("driftNumber");
    public static final ProcessVariable<String> DRIFT_ASKS = ProcessVariable.text("driftAsks");
    public static final ProcessVariable<Integer> SHARE = ProcessVariable.number("share");
    public static final ProcessVariable<Duration> DURATION =
            ProcessVariable.text("duration", Duration::parse, Duration::toString);
    public static final ProcessVariable<Finding> ANALYSIS_FINDING = constant("analysisFinding", Finding.class);
    public static final ProcessVariable<String> ANALYSIS_REASON = ProcessVariable.text("analysisReason");
    public static final ProcessVariable<Integer> TOLERANCE = ProcessVariable.number("tolerance");
    public static final ProcessVariable<Integer> UNAVAILABLE = ProcessVariable.number("unavailable");
    public static final ProcessVariable<String> APART = ProcessVariable.text("apart");
    public static final ProcessVariable<String> PATH = ProcessVariable.text("path");
    public static final ProcessVariable<Integer> QUESTIONS = ProcessVariable.number("questions");
    public static final ProcessVariable<Integer> SLOWER = ProcessVariable.number("slower");
    public static final ProcessVariable<String> STRATEGY = ProcessVariable.text("strategy");
    public static final ProcessVariable<Duration> KEEP_OLD =
            ProcessVariable.text("keepOld", Duration::parse, Duration::toString);
    public static final ProcessVariable<Integer> MAX_UNAVAILABLE = ProcessVariable.number("maxUnavailable");
    public static final ProcessVariable<List<Stage>> STAGES =
            ProcessVariable.text("stages", StepVariables::stages, List::toString);
    public static final ProcessVariable<Duration> SOAK =
            ProcessVariable.text("soak", Duration::parse, Duration::toString);
    public static final ProcessVariable<String> FLAG = ProcessVariable.text("flag");
    public static final ProcessVariable<String> FLAGGED = ProcessVariable.text("flagged");
    public static final ProcessVariable<String> AUDIENCE = ProcessVariable.text("audience");
    public static final ProcessVariable<String> WAITS_FOR = ProcessVariable.text("waitsFor");
    public static final ProcessVariable<String> CLEARANCE = ProcessVariable.text("clearance");
    public static final ProcessVariable<String> CLEARANCE_REASON = ProcessVariable.text("clearanceReason");
    public static final ProcessVariable<String> CLEARANCE_UNTIL = ProcessVariable.text("clearanceUntil");
    public static final ProcessVariable<Instant> CLEARANCE_ASKS_AGAIN =
            ProcessVariable.text("clearanceAsksAgain", Instant::parse, Instant::toString);
    public static final ProcessVariable<Risk> RISK = constant("risk", Risk.class);
    public static final ProcessVariable<ChangeType> CHANGE_TYPE = constant("changeType", ChangeType.class);

    public static final ProcessVariable<String> PURPOSE = ProcessVariable.text("purpose");
    public static final ProcessVariable<ApprovalId> APPROVAL_ID =
            ProcessVariable.text("approvalId", ApprovalId::new, ApprovalId::value);
    public static final ProcessVariable<Integer> SEAT_COUNT = ProcessVariable.number("seatCount");
    public static final ProcessVariable<Instant> APPROVAL_DUE =
            ProcessVariable.text("approvalDue", Instant::parse, Instant::toString);
    public static final ProcessVariable<Approval.Outcome> APPROVAL_OUTCOME =
            constant("approvalOutcome", Approval.Outcome.class);
    public static final ProcessVariable<Integer> LOOP_COUNTER = ProcessVariable.number("loopCounter");
    public static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    public static final ProcessVariable<String> COMMENT = ProcessVariable.text("comment");

    public static final ProcessVariable<String> GATE = ProcessVariable.text("gate");
    public static final ProcessVariable<Verdict> GATE_VERDICT = constant("gateVerdict", Verdict.class);
    public static final ProcessVariable<String> MOVED_ITEMS = ProcessVariable.text("movedItems");
    public static final ProcessVariable<String> FIELD = ProcessVariable.text("field");
    public static final ProcessVariable<String> CHOICE = ProcessVariable.text("choice");
    public static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    public static final ProcessVariable<String> REVISION = ProcessVariable.text("revision");
    public static final ProcessVariable<String> ARTIFACTS = ProcessVariable.text("artifacts");
    public static final ProcessVariable<String> EVIDENCE = ProcessVariable.text("evidence");
    public static final ProcessVariable<String> REPORT = ProcessVariable.text("report");
    public static final ProcessVariable<String> CHOICE_REASON = ProcessVariable.text("choiceReason");
    public static final ProcessVariable<String> CANCEL_REASON = ProcessVariable.text("cancelReason");
    public static final ProcessVariable<String> REFUSAL = ProcessVariable.text("refusal");
    public static final ProcessVariable<String> FAILURE = ProcessVariable.text("failure");
    public static final ProcessVariable<Drill.Outcome> DRILL_OUTCOME = constant("drillOutcome", Drill.Outcome.class);
    public static final ProcessVariable<String> TAKE_BACK_REASON = ProcessVariable.text("takeBackReason");
    public static final ProcessVariable<String> HAND_NEEDED = ProcessVariable.text("handNeeded");
    public static final ProcessVariable<String> DRILL_REASON = ProcessVariable.text("drillReason");

    private StepVariables() {}

    private static List<Stage> stages(String text) {
        return Arrays.stream(text.split(","))
                .map(stage -> stage.strip().split("\\s+"))
                .map(words -> new Stage(Integer.parseInt(words[0]), Duration.parse(words[1])))
                .toList();
    }

    /** Constants are written as models read them: {@code rolled-back} for {@code ROLLED_BACK}. */
    public static <E extends Enum<E>> ProcessVariable<E> constant(String name, Class<E> type) {
        Function<String, E> read =
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        return ProcessVariable.text(
                name, read, value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
