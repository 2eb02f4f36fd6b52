package dev.slipway.web;

import dev.slipway.approval.Approvals;
import dev.slipway.catalog.FlowKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.ForeseenMoves;
import dev.slipway.deployment.WorkLog;
import dev.slipway.flow.Flows;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.policy.Policies;
import dev.slipway.policy.Strategy;
import dev.slipway.quality.Quality;
import dev.slipway.quality.analysis.Alerts;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.release.ChangeRecords;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.Risks;
import dev.slipway.release.Sequels;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One release: where it stands and why, what is in it, who decided, what was done. */
@Controller
@RequestMapping("/releases/{id}")
class ReleasePage {

    private static final int JOURNAL_ROWS = 30;

    private final Releases releases;
    private final Sequels sequels;
    private final ChangeRecords changes;
    private final Flows flows;
    private final Approvals approvals;
    private final Quality quality;
    private final Analyses analyses;
    private final Alerts alerts;
    private final Recoveries recoveries;
    private final Deployments deployments;
    private final ForeseenMoves foreseen;
    private final WorkLog logs;
    private final Policies policies;
    private final Risks risks;
    private final Journal journal;

    ReleasePage(
            Releases releases,
            Sequels sequels,
            ChangeRecords changes,
            Flows flows,
            Approvals approvals,
            Quality quality,
            Analyses analyses,
            Alerts alerts,
            Recoveries recoveries,
            Deployments deployments,
            ForeseenMoves foreseen,
            WorkLog logs,
            Policies policies,
            Risks risks,
            Journal journal) {
        this.releases = releases;
        this.sequels = sequels;
        this.changes = changes;
        this.flows = flows;
        this.approvals = approvals;
        this.quality = quality;
        this.analyses = analyses;
        this.alerts = alerts;
        this.recoveries = recoveries;
        this.deployments = deployments;
        this.foreseen = foreseen;
        this.logs = logs;
        this.policies = policies;
        this.risks = risks;
        this.journal = journal;
    }

    @GetMapping
    String page(@PathVariable String id, Model model) {
        var release = find(id);
        model.addAttribute("live", live(release));
        model.addAttribute("planVersions", releases.planVersions(release.id()));
        model.addAttribute("measured", analyses.isMeasured(release.product()));
        var plan = releases.plan(release.id());
        model.addAttribute("plan", plan);
        model.addAttribute("delivery", DeliveryForm.of(plan.delivery()));
        model.addAttribute("strategies", Strategy.values());
        model.addAttribute("foreseen", foreseen.warnings(release.id()));
        return "release";
    }

    /** The changing part; answers 204 while the journal and the wait states are as the caller has seen them. */
    @GetMapping("/live")
    Object live(@PathVariable String id, @RequestParam(defaultValue = "") String seen) {
        var live = live(find(id));
        if (live.stamp().equals(seen)) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        return new ModelAndView("release :: both").addObject("live", live).addObject("refreshing", true);
    }

    @GetMapping("/diagrams")
    @ResponseBody
    List<Flows.Diagram> diagrams(@PathVariable String id) {
        return flows.diagrams(find(id).id());
    }

    @GetMapping("/logs/{visit}")
    String log(@PathVariable String id, @PathVariable String visit, Model model) {
        model.addAttribute("release", find(id));
        model.addAttribute("visit", visit);
        model.addAttribute("chunks", logs.read(visit, 0));
        return "log";
    }

    @GetMapping("/journal")
    String journal(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Model model) {
        var release = find(id);
        var entries = journal.read(id, after, 200);
        model.addAttribute("release", release);
        model.addAttribute("entries", entries);
        model.addAttribute("next", entries.size() == 200 ? entries.get(199).number() : null);
        model.addAttribute("verification", journal.verify(id));
        return "journal";
    }

    private Live live(Release release) {
        var id = release.id();
        List<Entry> entries = journal.latest(id.value(), JOURNAL_ROWS);
        var asked = approvals.of(id);
        return new Live(
                release,
                changes.find(id).orElse(null),
                flows.waiting(List.of(id)).getOrDefault(id, List.of()),
                releases.candidate(id),
                asked,
                asked.stream()
                        .filter(approval -> approval.settled() == null)
                        .flatMap(approval -> approvals.unreachable(approval.id()).stream())
                        .toList(),
                approvals.outlook(id),
                quality.gates(id),
                quality.evidence(id),
                analyses.of(id),
                alerts.of(id),
                recoveries.of(id),
                deployments.of(id),
                deployments.standing(sequels.original(id)
                        .filter(original -> release.flow().equals(FlowKey.TAKE_BACK))
                        .orElse(id)),
                sequels.of(id),
                logs.visits(id),
                policies.evaluations(id.value()),
                policies.chosenStrategy(id.value()).map(Strategy::word).orElse(""),
                risks.of(id),
                entries);
    }

    private Release find(String id) {
        return releases.find(new ReleaseId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no release " + id));
    }
}
