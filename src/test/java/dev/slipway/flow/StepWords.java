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
            Map.entry("cutScope", Set.of()),
            Map.entry("recordChoice", Set.of("field")),
            Map.entry("concludeRelease", Set.of("outcome", "reason")));

    /** Work steps by topic, with the inputs that each needs. */
    static final Map<String, Set<String>> WORK_STEPS = Map.of(
            "prepare-candidate", Set.of(),
            "verify-artifacts", Set.of(),
            "run-checks", Set.of(),
            "deploy", Set.of("environment", "share"),
            "smoke-check", Set.of("environment"),
            "watch", Set.of("environment", "duration"),
            "analyse", Set.of("environment", "soak"),
            "restore", Set.of());

    /** Errors by the step that raises them. */
    static final Map<String, String> ERRORS = Map.of(
            "claimEnvironment", "environment-held",
            "prepare-candidate", "candidate-refused",
            "verify-artifacts", "artifact-altered",
            "run-checks", "check-failed",
            "deploy", "deployment-failed",
            "smoke-check", "smoke-failed",
            "watch", "watch-failed",
            "analyse", "analysis-failed",
            "restore", "restore-failed");

    /** Errors that a part raises towards whoever has called it. */
    static final Set<String> ERRORS_OF_PARTS = Set.of(
            "deployment-failed",
            "restore-failed",
            "given-up",
            "phase-failed",
            "roll-out-failed",
            "review-rejected",
            "analysis-failed");

    static final Set<String> OUTCOMES = Set.of("released", "rolled-back", "rejected", "cancelled", "failed");

    static final Set<String> MESSAGES =
            Set.of("environment-free", "clearance-changed", "cancel-release", "alert-fired");

    static final Set<String> FACTS = Set.of("approvalDecided", "escalateAt", "remindCycle", "sprintEnd", "touched");

    /** Results of steps. */
    static final Set<String> RESULTS = Set.of(
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
            "analysisFinding",
            "analysisReason",
            "cancelReason");

    private StepWords() {}
}
