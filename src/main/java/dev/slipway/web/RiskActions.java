package dev.slipway.web;

import dev.slipway.identity.PersonId;
import dev.slipway.release.Change;
import dev.slipway.release.Degree;
import dev.slipway.release.Flaw;
import dev.slipway.release.RegisteredRisk.Standing;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can do to a release's risk register on its page. */
@Controller
@RequestMapping("/releases/{id}/risks")
class RiskActions {

    private final Risks risks;

    RiskActions(Risks risks) {
        this.risks = risks;
    }

    @PostMapping
    String raise(
            @PathVariable String id,
            @RequestParam String title,
            @RequestParam String owner,
            @RequestParam Degree likelihood,
            @RequestParam Degree impact,
            @RequestParam(defaultValue = "") String mitigation,
            RedirectAttributes next) {
        var draft = new RiskDraft(
                title.strip(),
                new PersonId(owner.strip()),
                likelihood,
                impact,
                mitigation.strip(),
                Standing.OPEN,
                "raised");
        return tell(id, risks.raise(new ReleaseId(id), draft), "The risk stands in the register.", next);
    }

    @PostMapping("/{number}")
    String change(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String title,
            @RequestParam String owner,
            @RequestParam Degree likelihood,
            @RequestParam Degree impact,
            @RequestParam(defaultValue = "") String mitigation,
            @RequestParam Standing standing,
            @RequestParam String reason,
            RedirectAttributes next) {
        var draft = new RiskDraft(
                title.strip(),
                new PersonId(owner.strip()),
                likelihood,
                impact,
                mitigation.strip(),
                standing,
                reason.strip());
        return tell(id, risks.change(new ReleaseId(id), number, draft), "The register is changed.", next);
    }

    private static String tell(String id, Change change, String notice, RedirectAttributes next) {
        if (change instanceof Change.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else if (change instanceof Change.Made) {
            next.addFlashAttribute("notice", notice);
        }
        return "redirect:/releases/" + id + "#risks";
    }
}
