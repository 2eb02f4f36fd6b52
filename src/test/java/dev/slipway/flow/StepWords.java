package dev.slipway.flow;

import java.util.Map;
import java.util.Set;

/** What the models may name: steps with the inputs they need, the errors they raise, facts, variables, messages. */
final class StepWords {

    /** Decision steps by bean, with the inputs that each needs. */
    static final Map<String, Set<String>> DECISION_STEPS = Map.ofEntries(
            Map.entry("assessRisk", Set.of()),
            Map.entry("classifyChange", Set.of()),
            Map.entry("escalateReview", Set.of("approvalId")),
            Map.entry("openApproval", Set.of("purpose")),
            Map.entry("settleApproval", Set.of("approvalId")),
            Map.entry("escalateApproval", Set.of("approvalId")),
            Map.entry("remindApprovers", Set.of("approvalId")),
            Map.entry("assessGate", Set.of("gate")),
            Map.entry("askClearance", Set.of("environment")),
            Map.entry("claimEnvironment", Set.of("environment")),
            Map.entry("freeEnvironment", Set.of("environment")),
            Map.entry("checkDrift", Set.of()),
            Map.entry("chooseStrategy", Set.of("keepOld", "maxUnavailable")),
            Map.entry("nextStage", Set.of("stages")),
            Map.entry("cutScope", Set.of()),
            Map.entry("beginDrill", Set.of()),
            Map.entry("beginTakingBack", Set.of()),
            Map.entry("startGoingBack", Set.of()),
            Map.entry("judgeDrill", Set.of()),
            Map.entry("setFlag", Set.of("environment", "share")),
            Map.entry("recordChoice", Set.of("field")),
            Map.entry("concludeRelease", Set.of("outcome", "reason")));

    /** Work steps by topic, with the inputs that each needs. */
    static final Map<String, Set<String>> WORK_STEPS = Map.ofEntries(
            Map.entry("prepare-candidate", Set.of()),
            Map.entry("verify-artifacts", Set.of()),
            Map.entry("run-checks", Set.of()),
            Map.entry("deploy", Set.of("environment", "share")),
            Map.entry("install-beside", Set.of("environment")),
            Map.entry("shift-traffic", Set.of("environment", "share")),
            Map.entry("remove-old", Set.of("environment")),
            Map.entry("smoke-check", Set.of("environment")),
            Map.entry("watch", Set.of("environment", "duration")),
            Map.entry("analyse", Set.of("environment", "soak")),
            Map.entry("restore", Set.of()),
            Map.entry("check-restored", Set.of()));

    /** Errors by the step that raises them. */
    static final Map<String, String> ERRORS = Map.ofEntries(
            Map.entry("claimEnvironment", "environment-held"),
            Map.entry("setFlag", "flag-refused"),
            Map.entry("prepare-candidate", "candidate-refused"),
            Map.entry("verify-artifacts", "artifact-altered"),
            Map.entry("run-checks", "check-failed"),
            Map.entry("deploy", "deployment-failed"),
            Map.entry("install-beside", "deployment-failed"),
            Map.entry("shift-traffic", "deployment-failed"),
            Map.entry("remove-old", "deployment-failed"),
            Map.entry("smoke-check", "smoke-failed"),
            Map.entry("watch", "watch-failed"),
            Map.entry("analyse", "analysis-failed"),
            Map.entry("restore", "restore-failed"),
            Map.entry("check-restored", "restore-failed"));

    /** Errors that a part raises towards whoever has called it. */
    static final Set<String> ERRORS_OF_PARTS = Set.of(
            "feature-failed",
            "deployment-failed",
            "restore-failed",
            "given-up",
            "phase-failed",
            "roll-out-failed",
            "review-rejected",
            "analysis-failed");

    static final Set<String> OUTCOMES = Set.of("released", "rolled-back", "rejected", "cancelled", "failed");

    static final Set<String> MESSAGES =
            Set.of("environment-free", "clearance-changed", "cancel-release", "roll-back-wanted", "alert-fired");

    static final Set<String> FACTS = Set.of("approvalDecided", "escalateAt", "remindCycle", "sprintEnd", "touched");

    /** Results of steps. */
    static final Set<String> RESULTS = Set.of(
            "flagged",
            "risk",
            "changeType",
            "approvalId",
            "seatCount",
            "approvalDue",
            "approvalOutcome",
            "gateVerdict",
            "waitsFor",
            "clearance",
            "clearanceReason",
            "clearanceUntil",
            "clearanceAsksAgain",
            "movedItems",
            "choice",
            "choiceReason",
            "cancelReason",
            "analysisFinding",
            "analysisReason",
            "drift",
            "environment",
            "failure",
            "drillOutcome",
            "drillReason",
            "takeBackReason",
            "strategy",
            "keepOld",
            "maxUnavailable",
            "share",
            "soak");

    private StepWords() {}
}
