package dev.slipway.web;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Expectation;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.Standing;
import dev.slipway.deployment.WorkLog;
import dev.slipway.flow.Waiting;
import dev.slipway.journal.Entry;
import dev.slipway.policy.Evaluation;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Gate;
import dev.slipway.quality.analysis.Alert;
import dev.slipway.quality.analysis.Analysis;
import dev.slipway.quality.analysis.Recovery;
import dev.slipway.release.Candidate;
import dev.slipway.release.ChangeRecord;
import dev.slipway.release.RegisteredRisk;
import dev.slipway.release.Release;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a release's page shows of a moment.
 *
 * @param change null until the flow has asked what type of change it is
 * @param unreachable why what is asked now cannot be approved
 * @param analyses how it did in use, newest first
 * @param outlook what the flow asks from beginning to end
 */
record Live(
        Release release,
        @Nullable ChangeRecord change,
        List<Waiting> waits,
        Candidate candidate,
        List<Approval> approvals,
        List<String> unreachable,
        List<Expectation> outlook,
        List<Gate> gates,
        List<Evidence> evidence,
        List<Analysis> analyses,
        List<Alert> alerts,
        Recovery recovery,
        List<Move> moves,
        List<Standing> standing,
        List<Release> sequels,
        List<WorkLog.Visit> logs,
        List<Evaluation> evaluations,
        String strategy,
        List<RegisteredRisk> risks,
        List<Entry> journal) {

    /** Whether something of it can still be taken back. */
    public boolean canGoBack() {
        return release.bringsSomething() && standing.stream().anyMatch(Standing::isToBePutBack);
    }

    /** Whether some of it is back and some is not. */
    public boolean partlyBack() {
        return standing.stream().anyMatch(one -> one.state() == Standing.State.STUCK)
                || standing.stream().anyMatch(Standing::isToBePutBack)
                        && standing.stream().anyMatch(one -> one.state() == Standing.State.BACK);
    }

    /** What is foreseen to go wrong. */
    public List<Expectation> warned() {
        return outlook.stream()
                .filter(expected -> !expected.warnings().isEmpty())
                .toList();
    }

    /** Changes whenever the page does: every act is in the journal, every wait state in the waits; who can decide changes without either. */
    public String stamp() {
        var newest = journal.isEmpty() ? 0 : journal.get(0).number();
        var looks = analyses.stream().mapToInt(Analysis::looks).sum();
        return Integer.toHexString(Objects.hash(
                newest, waits, release, moves, standing, sequels, logs.size(), unreachable, outlook, looks));
    }
}
