package dev.slipway.web;

import dev.slipway.approval.Approval;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.WorkLog;
import dev.slipway.flow.Waiting;
import dev.slipway.journal.Entry;
import dev.slipway.policy.Evaluation;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Gate;
import dev.slipway.release.Candidate;
import dev.slipway.release.RegisteredRisk;
import dev.slipway.release.Release;
import java.util.List;
import java.util.Objects;

/** What a release's page shows of a moment. */
record Live(
        Release release,
        List<Waiting> waits,
        Candidate candidate,
        List<Approval> approvals,
        List<Gate> gates,
        List<Evidence> evidence,
        List<Move> moves,
        List<WorkLog.Visit> logs,
        List<Evaluation> evaluations,
        String strategy,
        List<RegisteredRisk> risks,
        List<Entry> journal) {

    /** Changes whenever the page does: every act is in the journal, every wait state in the waits. */
    public String stamp() {
        var newest = journal.isEmpty() ? 0 : journal.get(0).number();
        return Integer.toHexString(Objects.hash(newest, waits, release, moves, logs.size()));
    }
}
