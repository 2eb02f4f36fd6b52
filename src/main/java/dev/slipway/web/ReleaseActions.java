package dev.slipway.web;

import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Decision;
import dev.slipway.approval.Reassigning;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.RollBacks;
import dev.slipway.deployment.RollingBack;
import dev.slipway.flow.Flows;
import dev.slipway.flow.Flows.Intervention;
import dev.slipway.identity.PersonId;
import dev.slipway.quality.Attaching;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.Change;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can do on a release's page. Every act is allowed or refused by the module that owns it; the page only says which. */
@Controller
@RequestMapping("/releases/{id}")
class ReleaseActions {

    private final Releases releases;
    private final Flows flows;
    private final Approvals approvals;
    private final Quality quality;
    private final RollBacks rollBacks;

    ReleaseActions(Releases releases, Flows flows, Approvals approvals, Quality quality, RollBacks rollBacks) {
        this.releases = releases;
        this.flows = flows;
        this.approvals = approvals;
        this.quality = quality;
        this.rollBacks = rollBacks;
    }

    @PostMapping("/hold")
    String hold(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return tell(id, releases.hold(new ReleaseId(id), reason), "The release is on hold.", next);
    }

    @PostMapping("/resume")
    String resume(@PathVariable String id, RedirectAttributes next) {
        return tell(id, releases.resume(new ReleaseId(id)), "The release goes on.", next);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return tell(
                id,
                releases.cancel(new ReleaseId(id), reason),
                "The release is being cancelled; a move that is under way ends first.",
                next);
    }

    @PostMapping("/roll-back")
    String rollBack(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String environment,
            RedirectAttributes next) {
        var answer = rollBacks.rollBack(
                new ReleaseId(id), environment.isBlank() ? null : new EnvironmentKey(environment), reason);
        if (answer instanceof RollingBack.TakingBack taking) {
            next.addFlashAttribute("notice", "This release takes " + id + " back.");
            return back(taking.by().id().value());
        }
        if (answer instanceof RollingBack.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else {
            next.addFlashAttribute("notice", "The release goes back; a move that is under way ends first.");
        }
        return back(id);
    }

    @PostMapping("/amend")
    String amend(@PathVariable String id, AmendForm form, RedirectAttributes next) {
        var flaws = form.flaws();
        var change = flaws.isEmpty()
                ? releases.amend(new ReleaseId(id), form::applyTo, form.reason())
                : new Change.Refused(flaws);
        return tell(id, change, "The plan has a new version.", next);
    }

    @PostMapping("/tasks/{task}/vote")
    String vote(
            @PathVariable String id,
            @PathVariable String task,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes next) {
        var fields = Map.<String, Object>of("decision", decision.name().toLowerCase(Locale.ROOT), "comment", comment);
        return tell(id, flows.complete(task, fields), "Your vote is counted.", next);
    }

    @PostMapping("/approvals/{approval}/seats/{seat}/reassign")
    String reassign(
            @PathVariable String id,
            @PathVariable String approval,
            @PathVariable int seat,
            @RequestParam String person,
            @RequestParam String reason,
            RedirectAttributes next) {
        var asked = new ApprovalId(approval);
        var ofThisRelease = approvals
                .find(asked)
                .filter(found -> found.release().value().equals(id))
                .isPresent();
        var answer = ofThisRelease
                ? approvals.reassign(asked, seat, new PersonId(person.strip()), reason)
                : new Reassigning.Refused("There is no such request for this release.");
        if (answer instanceof Reassigning.Refused refused) {
            next.addFlashAttribute("refusal", refused.reason());
        } else {
            next.addFlashAttribute("notice", "The seat is kept for " + person.strip() + " now.");
        }
        return back(id);
    }

    @PostMapping("/retry")
    String retry(
            @PathVariable String id, @RequestParam String visit, @RequestParam String reason, RedirectAttributes next) {
        return tell(id, flows.retry(new ReleaseId(id), visit, reason), "The step is tried again.", next);
    }

    @PostMapping("/evidence")
    String attach(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam Evidence.Kind kind,
            @RequestParam MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        var fileName = Objects.requireNonNullElse(file.getOriginalFilename(), name);
        var answer = quality.attach(new ReleaseId(id), name, kind, fileName, file.getBytes());
        if (answer instanceof Attaching.Refused refused) {
            next.addFlashAttribute("refusal", refused.reason());
        } else {
            next.addFlashAttribute("notice", "The evidence is attached.");
        }
        return back(id);
    }

    private static String tell(String id, Change change, String notice, RedirectAttributes next) {
        if (change instanceof Change.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else if (change instanceof Change.Made) {
            next.addFlashAttribute("notice", notice);
        }
        return back(id);
    }

    private static String tell(String id, Intervention intervention, String notice, RedirectAttributes next) {
        if (intervention instanceof Intervention.Refused refused) {
            next.addFlashAttribute("refusal", refused.reason());
        } else {
            next.addFlashAttribute("notice", notice);
        }
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/releases/" + id;
    }
}
