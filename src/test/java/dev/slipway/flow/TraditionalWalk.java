package dev.slipway.flow;

import dev.slipway.release.ReleaseId;

/** Takes a traditional release on its way, everybody doing their part. */
final class TraditionalWalk {

    private final RunningFlows flows;
    private final ReleaseId id;

    TraditionalWalk(RunningFlows flows, ReleaseId id) {
        this.flows = flows;
        this.id = id;
    }

    void signOffPlan() {
        flows.vote(id, "pia", "approve");
    }

    void pass(Phase... phases) {
        for (var phase : phases) {
            report(phase);
            signOff(phase);
        }
    }

    void report(Phase phase) {
        flows.complete(id, "Activity_RecordTestResults", phase.tester, "report", "All of it was tried and works.");
    }

    void signOff(Phase phase) {
        flows.vote(id, phase.signer, "approve");
    }

    void askAdvisoryBoard() {
        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");
    }

    /** From the beginning up to the checklist. */
    void reachProduction() {
        signOffPlan();
        pass(Phase.values());
        askAdvisoryBoard();
    }

    void carryOutChecklist(String person) {
        flows.complete(
                id,
                "Activity_CarryOutChecklist",
                person,
                "usersTold",
                true,
                "backupMade",
                true,
                "rollBackKnown",
                true,
                "monitoringUp",
                true,
                "peopleReady",
                true);
    }

    void findInOrder(String person) {
        flows.complete(
                id,
                "Activity_CheckTheWork",
                person,
                "finding",
                "in-order",
                "versionAnswers",
                true,
                "logsQuiet",
                true,
                "mainTasksWork",
                true);
    }

    /** From the checklist to the end. */
    void finish() {
        carryOutChecklist("olga");
        findInOrder("oscar");
        flows.letTheWatchPass(id);
        flows.complete(id, "Activity_ReviewImplementation", "rita", "report", "It went as it was planned.");
    }

    void renew() {
        flows.complete(id, "Activity_NameCandidate", "dan", "candidateChoice", "new-candidate");
    }

    void giveUp(String reason) {
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "give-up", "reason", reason);
    }

    /** Who tries it and who signs it off. */
    enum Phase {
        DEVELOPMENT("dan", "quinn"),
        QA("quinn", "quinn"),
        UAT("pia", "pia");

        private final String tester;
        private final String signer;

        Phase(String tester, String signer) {
            this.tester = tester;
            this.signer = signer;
        }
    }
}
