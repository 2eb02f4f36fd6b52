package dev.slipway.flow;

import dev.slipway.release.ReleaseId;

/** Takes an agile release on its way, everybody doing their part. */
final class AgileWalk {

    private final RunningFlows flows;
    private final ReleaseId id;

    AgileWalk(RunningFlows flows, ReleaseId id) {
        this.flows = flows;
        this.id = id;
    }

    void endSprint() {
        flows.complete(id, "Activity_RunSprint", "pia", "sprintOver", true);
    }

    void provideCandidate() {
        flows.complete(id, "Activity_NameCandidate", "dan", "candidateChoice", "new-candidate");
    }

    void giveUp(String reason) {
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "give-up", "reason", reason);
    }

    void decideAboutGate(String choice, String reason) {
        flows.complete(id, "Activity_DecideAboutGate", "rita", "gateChoice", choice, "reason", reason);
    }

    void reviewSprint(String decision) {
        flows.vote(id, "pia", decision);
    }

    /** From the beginning up to the sprint review. */
    void reachReview() {
        endSprint();
        provideCandidate();
    }

    /** From the beginning until a quarter of production is being watched. */
    void reachProduction() {
        reachReview();
        reviewSprint("approve");
    }

    /** What is on the share now is well: on to the next one. */
    void goOn() {
        flows.letTheWatchPass(id);
        flows.complete(id, "Activity_DecideNextStep", "pia", "nextStep", "go-on");
    }

    void decide(String step, String reason) {
        flows.letTheWatchPass(id);
        flows.complete(id, "Activity_DecideNextStep", "olga", "nextStep", step, "reason", reason);
    }

    void holdRetrospective() {
        flows.complete(id, "Activity_HoldRetrospective", "pia", "report", "Smaller steps went better.");
    }

    /** From a quarter of production to the end. */
    void finish() {
        goOn();
        goOn();
        goOn();
        holdRetrospective();
    }
}
