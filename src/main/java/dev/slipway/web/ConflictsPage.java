package dev.slipway.web;

import dev.slipway.approval.ConflictRequest;
import dev.slipway.approval.Conflicts;
import dev.slipway.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who must not decide, about which product or together with whom. Only administrators see who that is. */
@Controller
@RequestMapping("/conflicts")
class ConflictsPage {

    private static final int ROWS = 200;
    private static final String ADMINISTRATORS_ONLY =
            "Only an administrator who signed in can see and change conflicts.";

    private final Conflicts conflicts;
    private final Catalog catalog;

    ConflictsPage(Conflicts conflicts, Catalog catalog) {
        this.conflicts = conflicts;
        this.catalog = catalog;
    }

    @GetMapping
    String page(Model model) {
        return page(new ConflictRequest("", "", "", ""), List.of(), model);
    }

    @PostMapping
    String enter(@ModelAttribute("form") ConflictRequest form, Model model, RedirectAttributes next) {
        if (!conflicts.mayKeep()) {
            next.addFlashAttribute("refusal", ADMINISTRATORS_ONLY);
            return "redirect:/conflicts";
        }
        var flaws = conflicts.flaws(form);
        if (!flaws.isEmpty()) {
            return page(form, flaws, model);
        }
        var entered = conflicts.enter(form);
        next.addFlashAttribute(
                "notice",
                entered.isPair()
                        ? entered.person() + " and " + entered.other() + " do not decide together from now on."
                        : entered.person() + " does not decide from now on.");
        return "redirect:/conflicts";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, RedirectAttributes next) {
        if (!conflicts.mayKeep()) {
            next.addFlashAttribute("refusal", ADMINISTRATORS_ONLY);
        } else if (conflicts.end(id)) {
            next.addFlashAttribute("notice", "The conflict holds no longer.");
        } else {
            next.addFlashAttribute("refusal", "This conflict had been ended already.");
        }
        return "redirect:/conflicts";
    }

    private String page(ConflictRequest form, List<ConflictRequest.Flaw> flaws, Model model) {
        var keeps = conflicts.mayKeep();
        model.addAttribute("keeps", keeps);
        model.addAttribute("form", form);
        model.addAttribute("flaws", flaws);
        model.addAttribute("conflicts", keeps ? conflicts.page(Long.MAX_VALUE, ROWS) : List.of());
        model.addAttribute("products", catalog.products());
        return "conflicts";
    }
}
