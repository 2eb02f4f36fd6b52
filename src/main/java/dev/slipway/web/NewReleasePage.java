package dev.slipway.web;

import dev.slipway.approval.Approvals;
import dev.slipway.approval.Draft;
import dev.slipway.approval.Prospect;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.deployment.ForeseenMoves;
import dev.slipway.policy.Strategy;
import dev.slipway.release.Acceptance;
import dev.slipway.release.Flaw;
import dev.slipway.release.Opening;
import dev.slipway.release.Releases;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans and starts a release in one form. What was entered stays where it was when something is wrong with it. */
@Controller
@RequestMapping("/releases/new")
class NewReleasePage {

    private final Releases releases;
    private final Catalog catalog;
    private final Approvals approvals;
    private final ForeseenMoves foreseen;

    NewReleasePage(Releases releases, Catalog catalog, Approvals approvals, ForeseenMoves foreseen) {
        this.releases = releases;
        this.catalog = catalog;
        this.approvals = approvals;
        this.foreseen = foreseen;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String revision,
            @RequestParam(defaultValue = "") String stakeholders,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam(name = "delivery.strategy", defaultValue = "") String strategy,
            Model model) {
        return form(ReleaseForm.begun(product, from, revision, stakeholders, incident, strategy), List.of(), model);
    }

    @PostMapping
    String start(@ModelAttribute("form") ReleaseForm form, Model model, RedirectAttributes next) {
        var product = catalog.product(new ProductKey(form.product()));
        if (product.isEmpty()) {
            return form(form, List.of(new Flaw("product", "Choose the product that is to be released.")), model);
        }
        var flaws = form.flaws(product.get());
        if (!flaws.isEmpty()) {
            return form(form, flaws, model);
        }
        var opening = releases.open(form.plan(product.get()), form.key());
        if (opening instanceof Opening.Refused refused) {
            return form(form, refused.flaws(), model);
        }
        if (opening instanceof Opening.Existing existing) {
            next.addFlashAttribute("notice", "This release had been started already; here it is.");
            return "redirect:/releases/" + existing.release().id();
        }
        return "redirect:/releases/" + ((Opening.Opened) opening).release().id();
    }

    private String form(ReleaseForm form, List<Flaw> flaws, Model model) {
        model.addAttribute("form", form);
        var chosen = catalog.product(new ProductKey(form.product())).orElse(null);
        model.addAttribute("flaws", FormFlaw.of(flaws, chosen));
        model.addAttribute("products", catalog.products());
        model.addAttribute("chosen", chosen);
        model.addAttribute("strategies", Strategy.values());
        model.addAttribute("acceptance", chosen == null ? Acceptance.NONE : releases.acceptance(chosen.key()));
        model.addAttribute(
                "foreseen",
                foreseen.warnings(
                        new ProductKey(form.product()), form.delivery().strategy()));
        model.addAttribute("prospect", chosen == null ? null : prospect(chosen, form));
        return "new-release";
    }

    /** Who will be asked, as the rules and the groups are now, and the contents are that the form names. */
    private Prospect prospect(Product product, ReleaseForm form) {
        return approvals.outlook(new Draft(
                product.key(),
                product.flow(),
                form.incident().isEmpty(),
                form.signatories(),
                form.from(),
                form.revision()));
    }
}
