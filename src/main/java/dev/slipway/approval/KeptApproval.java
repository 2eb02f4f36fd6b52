package dev.slipway.approval;

/**
 * A request as it is kept.
 *
 * @param candidateNumber tells two candidates apart that consist of the same revision and artifacts
 */
record KeptApproval(Approval approval, int candidateNumber) {}
