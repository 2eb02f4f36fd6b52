package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.content.Commit;
import dev.slipway.flow.FlowText;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.PersonId;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Gate;
import dev.slipway.quality.Quality;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Analysis;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Sums a release up for those who are asked about it. */
@Component
class Summaries {

    private static final int COMMITS = 20;
    private static final int OTHERS = 30;
    private static final int WORDS = 500;

    private final Releases releases;
    private final ReleaseFacts facts;
    private final Catalog catalog;
    private final Quality quality;
    private final Analyses analyses;
    private final Approvals approvals;
    private final Ballot ballot;

    Summaries(
            Releases releases,
            ReleaseFacts facts,
            Catalog catalog,
            Quality quality,
            Analyses analyses,
            Approvals approvals,
            Ballot ballot) {
        this.releases = releases;
        this.facts = facts;
        this.catalog = catalog;
        this.quality = quality;
        this.analyses = analyses;
        this.approvals = approvals;
        this.ballot = ballot;
    }

    Summary of(ReleaseId id, Optional<ApprovalId> approval, Summary.Occasion occasion) {
        var release = releases.find(id).orElseThrow();
        var plan = releases.plan(id);
        var candidate = releases.candidate(id);
        var commits = candidate.contents().commits();
        var known = facts.of(release, candidate);
        return new Summary(
                id.value(),
                catalog.product(release.product())
                        .map(Product::name)
                        .orElse(release.product().value()),
                release.version(),
                release.flow().value(),
                plan.planned() ? "planned" : "rework: " + brief(plan.incident()),
                FlowText.bounded(plan.objectives(), FlowText.LONG),
                release.requester().id(),
                plan.sprintEnd() == null ? "" : plan.sprintEnd().toString(),
                candidate.number(),
                candidate.digest().brief(),
                candidate.contents().to(),
                shortened(candidate.contents().commit()),
                String.valueOf(known.get("risk")),
                String.valueOf(known.get("changeType")),
                commits.stream().limit(COMMITS).map(Summaries::item).toList(),
                commits.size(),
                candidate.authors().people().stream()
                        .map(PersonId::value)
                        .sorted()
                        .limit(OTHERS)
                        .toList(),
                candidate.authors().strangers().stream()
                        .map(GitIdentity::toString)
                        .limit(OTHERS)
                        .toList(),
                plan.scope().stream().limit(OTHERS).map(Summaries::scope).toList(),
                quality.evidence(id).stream()
                        .limit(OTHERS)
                        .map(Summaries::document)
                        .toList(),
                newestOfEach(quality.gates(id)),
                ballot.of(relevant(id, approval)),
                analyses.of(id).stream().findFirst().map(Summaries::analysis).orElse(Summary.Analysis.NONE),
                "/releases/" + id,
                occasion);
    }

    private Optional<Approval> relevant(ReleaseId release, Optional<ApprovalId> approval) {
        return approval.flatMap(approvals::find)
                .or(() -> approvals.of(release).stream().max(Comparator.comparing(Approval::openedAt)));
    }

    private static Summary.Item item(Commit commit) {
        return new Summary.Item(
                shortened(commit.sha()),
                brief(commit.subject()),
                brief(String.join(", ", commit.issues())),
                brief(commit.author().name()));
    }

    private static Summary.Scope scope(Plan.ScopeItem item) {
        return new Summary.Scope(brief(item.key()), brief(item.title()), item.done());
    }

    private static Summary.Document document(Evidence evidence) {
        var measures = new TreeMap<>(evidence.measures()).toString().replaceAll("[{}]", "");
        return new Summary.Document(
                brief(evidence.name()), Constants.word(evidence.kind()), brief(measures), evidence.by());
    }

    /** Gates come newest first; of one that was assessed again only the newest counts. */
    private static List<Summary.Gate> newestOfEach(List<Gate> gates) {
        var newest = new TreeMap<String, Gate>();
        gates.forEach(gate -> newest.putIfAbsent(gate.name(), gate));
        return newest.values().stream().map(Summaries::gate).toList();
    }

    private static Summary.Gate gate(Gate gate) {
        var criteria = gate.criteria().stream()
                .map(criterion -> new Summary.Criterion(
                        criterion.name(),
                        brief(criterion.measured()),
                        criterion.required(),
                        Constants.word(criterion.verdict())))
                .toList();
        return new Summary.Gate(gate.name(), Constants.word(gate.verdict()), criteria);
    }

    private static Summary.Analysis analysis(Analysis analysis) {
        var finding = analysis.finding();
        return new Summary.Analysis(
                finding == null ? "" : finding.word(),
                FlowText.bounded(analysis.reason(), FlowText.LONG),
                analysis.former().isEmpty() ? "nothing" : analysis.former(),
                analysis.share(),
                analysis.from().truncatedTo(ChronoUnit.SECONDS).toString(),
                analysis.until().truncatedTo(ChronoUnit.SECONDS).toString(),
                analysis.judgements().stream()
                        .limit(OTHERS)
                        .map(judgement -> new Summary.Judgement(
                                judgement.criterion(),
                                judgement.finding().word(),
                                FlowText.bounded(judgement.words(), WORDS)))
                        .toList());
    }

    private static String brief(String text) {
        return FlowText.bounded(text, FlowText.SHORT);
    }

    private static String shortened(String sha) {
        return sha.length() <= 12 ? sha : sha.substring(0, 12);
    }
}
