package dev.slipway.web;

import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Judgement;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One analysis with every figure, look by look; judged again where somebody asks for it. */
@Controller
class AnalysisPage {

    private final Releases releases;
    private final Analyses analyses;

    AnalysisPage(Releases releases, Analyses analyses) {
        this.releases = releases;
        this.analyses = analyses;
    }

    @GetMapping("/releases/{id}/analyses/{number}")
    String page(
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean again,
            Model model) {
        var release = releases.find(new ReleaseId(id)).orElseThrow(() -> missing("There is no release " + id));
        var analysis =
                analyses.find(release.id(), number).orElseThrow(() -> missing(id + " has no analysis " + number));
        List<Judgement> judgedAgain = again ? analyses.judgeAgain(analysis) : List.of();
        model.addAttribute("release", release);
        model.addAttribute("analysis", analysis);
        model.addAttribute("charts", analyses.charts(analysis));
        model.addAttribute("looks", analyses.looks(analysis));
        model.addAttribute("again", again && analysis.evidence() != null);
        model.addAttribute("judgedAgain", judgedAgain);
        model.addAttribute("same", judgedAgain.equals(analysis.judgements()));
        return "analysis";
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}
