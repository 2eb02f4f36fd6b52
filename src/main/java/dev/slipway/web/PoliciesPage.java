package dev.slipway.web;

import dev.slipway.flow.Models;
import dev.slipway.flow.Reload;
import dev.slipway.policy.Explanations;
import dev.slipway.policy.MissingGroups;
import dev.slipway.policy.Replays;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The decision tables in force: their rules, what they decided lately, and whether the folder they come from holds others. */
@Controller
@RequestMapping("/policies")
class PoliciesPage {

    private static final int DECISIONS = 20;

    private final TableLibrary tables;
    private final Explanations explanations;
    private final Replays replays;
    private final Models models;
    private final MissingGroups missing;

    PoliciesPage(
            TableLibrary tables, Explanations explanations, Replays replays, Models models, MissingGroups missing) {
        this.tables = tables;
        this.explanations = explanations;
        this.replays = replays;
        this.models = models;
        this.missing = missing;
    }

    @GetMapping
    String page(Model model) {
        var status = models.status();
        model.addAttribute("tables", tables.current());
        model.addAttribute("status", status);
        model.addAttribute("missing", missing.now());
        model.addAttribute("refused", status.last() instanceof Reload.Refused refused ? refused : null);
        model.addAttribute("mayReload", models.mayReload());
        return "policies";
    }

    @PostMapping("/reload")
    String reload(RedirectAttributes next) {
        var reload = models.reload();
        if (reload.isEmpty()) {
            next.addFlashAttribute("refusal", "Only administrators can have the models read again.");
        } else if (reload.get() instanceof Reload.Refused refused) {
            next.addFlashAttribute(
                    "refusal",
                    "There are " + refused.flaws().size()
                            + " things to correct; the models in force stay as they are.");
        } else {
            next.addFlashAttribute(
                    "notice",
                    reload.get() instanceof Reload.Deployed
                            ? "New releases follow the models of the folder from now on; running ones keep theirs."
                            : "Nothing in the folder has changed.");
        }
        return "redirect:/policies";
    }

    @GetMapping("/{key}")
    String table(@PathVariable String key, @RequestParam(defaultValue = "0") long before, Model model) {
        var decisions = explanations.newest(key, before, DECISIONS);
        model.addAttribute("table", find(key));
        model.addAttribute("versions", tables.versions(key));
        model.addAttribute("decisions", decisions);
        model.addAttribute(
                "next",
                decisions.size() == DECISIONS ? decisions.get(DECISIONS - 1).id() : null);
        model.addAttribute("replays", replays.of(key));
        model.addAttribute("mayReplay", replays.allowed());
        return "policy";
    }

    private Table find(String key) {
        return tables.current().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no table " + key));
    }
}
