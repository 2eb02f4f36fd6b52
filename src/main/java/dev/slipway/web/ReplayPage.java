package dev.slipway.web;

import dev.slipway.policy.Difference;
import dev.slipway.policy.Replay;
import dev.slipway.policy.Replaying;
import dev.slipway.policy.Replays;
import dev.slipway.policy.spi.TableLibrary.Flaw;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a changed table would have decided. */
@Controller
@RequestMapping("/policies/{key}/replays")
class ReplayPage {

    private static final int ROWS = 50;

    private final Replays replays;

    ReplayPage(Replays replays) {
        this.replays = replays;
    }

    @PostMapping
    String start(@PathVariable String key, @RequestParam MultipartFile file, RedirectAttributes next)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), key + ".dmn");
        var answer = replays.start(key, name, file.getBytes());
        if (answer instanceof Replaying.Started started) {
            return "redirect:/policies/" + key + "/replays/" + started.replay().id();
        }
        next.addFlashAttribute("refusal", words(answer));
        return "redirect:/policies/" + key;
    }

    @GetMapping("/{id}")
    String page(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Difference difference,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        var replay = replays.find(id)
                .filter(found -> found.table().equals(key))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This node remembers no replay " + id + "; replay the table again"));
        var changed = replays.changed(replay, difference, after, ROWS);
        model.addAttribute("replay", replay);
        model.addAttribute("running", replay.stage() == Replay.Stage.RUNNING);
        model.addAttribute("blocked", replay.counts().get(Difference.NEWLY_BLOCKED));
        model.addAttribute("allowed", replay.counts().get(Difference.NEWLY_ALLOWED));
        model.addAttribute("routed", replay.counts().get(Difference.DIFFERENTLY_ROUTED));
        model.addAttribute("same", replay.counts().get(Difference.SAME));
        model.addAttribute("difference", difference);
        model.addAttribute("changed", changed);
        model.addAttribute(
                "next", changed.size() == ROWS ? changed.get(ROWS - 1).id() : null);
        return "replay";
    }

    private static String words(Replaying answer) {
        if (answer instanceof Replaying.Refused refused) {
            return refused.flaws().stream().map(Flaw::toString).limit(5).collect(Collectors.joining("; "));
        }
        if (answer instanceof Replaying.Forbidden forbidden) {
            return forbidden.reason();
        }
        return answer instanceof Replaying.Busy busy
                ? "A replay of " + busy.other().table() + " is under way. Wait for its end."
                : "There is no such table.";
    }
}
