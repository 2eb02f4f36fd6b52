package dev.slipway.web;

import dev.slipway.advisory.Advising;
import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.approval.ApprovalId;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a board's chair, and who plans its meetings, can do on its page. Every act is allowed or refused by the module that owns it. */
@Controller
@RequestMapping("/advisory")
class AdvisoryActions {

    private final AdvisoryBoards boards;

    AdvisoryActions(AdvisoryBoards boards) {
        this.boards = boards;
    }

    @PostMapping("/boards/{key}/meetings")
    String plan(
            @PathVariable String key,
            @RequestParam String start,
            @RequestParam String zone,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes next) {
        return tell(boards.plan(key, start, zone, place), "The meeting is planned.", next);
    }

    @PostMapping("/meetings/{id}/time")
    String move(
            @PathVariable String id,
            @RequestParam String start,
            @RequestParam String zone,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes next) {
        return tell(boards.move(id, start, zone, place), "The meeting is moved.", next);
    }

    @PostMapping("/meetings/{id}/cancel")
    String cancel(@PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
        return tell(boards.cancel(id, reason), "The meeting is cancelled.", next);
    }

    @PostMapping("/meetings/{id}/items")
    String add(@PathVariable String id, @RequestParam String release, RedirectAttributes next) {
        return tell(boards.add(id, new ReleaseId(release.strip())), "The release is on the agenda.", next);
    }

    @PostMapping("/meetings/{id}/items/{approval}/defer")
    String defer(
            @PathVariable String id,
            @PathVariable String approval,
            @RequestParam String reason,
            RedirectAttributes next) {
        return tell(boards.defer(id, new ApprovalId(approval), reason), "The release is put off.", next);
    }

    @PostMapping("/meetings/{id}/attendance")
    String attend(
            @PathVariable String id, @RequestParam(defaultValue = "") List<String> person, RedirectAttributes next) {
        var people = person.stream().map(PersonId::new).collect(Collectors.toSet());
        return tell(boards.attend(id, people), "The attendance is noted.", next);
    }

    @PostMapping("/meetings/{id}/minutes")
    String publish(@PathVariable String id, @RequestParam(defaultValue = "") String minutes, RedirectAttributes next) {
        return tell(boards.publish(id, minutes), "The minutes are published.", next);
    }

    private static String tell(Advising advising, String notice, RedirectAttributes next) {
        if (advising instanceof Advising.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else if (advising instanceof Advising.Unknown unknown) {
            next.addFlashAttribute("refusal", unknown.what());
        } else {
            next.addFlashAttribute("notice", notice);
        }
        return "redirect:/advisory";
    }
}
