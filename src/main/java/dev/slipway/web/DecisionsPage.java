package dev.slipway.web;

import dev.slipway.policy.Explanations;
import dev.slipway.policy.Policies;
import dev.slipway.policy.Strategy;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What policies decided about one release, and because of which rules. */
@Controller
class DecisionsPage {

    private final Releases releases;
    private final Explanations explanations;
    private final Policies policies;

    DecisionsPage(Releases releases, Explanations explanations, Policies policies) {
        this.releases = releases;
        this.explanations = explanations;
        this.policies = policies;
    }

    @GetMapping("/releases/{id}/decisions")
    String page(@PathVariable String id, Model model) {
        var release = releases.find(new ReleaseId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no release " + id));
        model.addAttribute("release", release);
        model.addAttribute("decisions", explanations.of(id));
        model.addAttribute(
                "strategy", policies.chosenStrategy(id).map(Strategy::word).orElse(""));
        return "decisions";
    }
}
