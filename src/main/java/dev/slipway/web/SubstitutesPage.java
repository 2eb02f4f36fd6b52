package dev.slipway.web;

import dev.slipway.identity.Acting;
import dev.slipway.identity.Issuing.Flaw;
import dev.slipway.identity.Naming;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import dev.slipway.identity.Substitutes;
import dev.slipway.identity.SubstitutionRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who decides in a person's stead while they are away, and for whom they do. Administrators see everybody's. */
@Controller
@RequestMapping("/substitutes")
class SubstitutesPage {

    private static final int ROWS = 100;

    private final Substitutes substitutes;
    private final Rights rights;
    private final Acting acting;
    private final Clock clock;

    SubstitutesPage(Substitutes substitutes, Rights rights, Acting acting, Clock clock) {
        this.substitutes = substitutes;
        this.rights = rights;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        return page(new SubstitutionRequest("", "", "", "", "UTC", ""), model);
    }

    @PostMapping
    String name(@ModelAttribute("form") SubstitutionRequest form, Model model, RedirectAttributes next) {
        List<Flaw> flaws = new ArrayList<>();
        var order = form.order(self(), flaws);
        var naming = order == null ? new Naming.Refused(flaws) : substitutes.name(order);
        if (naming instanceof Naming.Done done) {
            next.addFlashAttribute(
                    "notice",
                    done.substitution().substitute() + " decides in the stead of "
                            + done.substitution().absent() + " in that time.");
            return "redirect:/substitutes";
        }
        model.addAttribute("refusal", words(naming));
        return page(form, model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, RedirectAttributes next) {
        var ended = substitutes.end(id);
        next.addFlashAttribute(
                ended instanceof Naming.Done ? "notice" : "refusal",
                ended instanceof Naming.Done ? "Everybody decides for themselves again." : words(ended));
        return "redirect:/substitutes";
    }

    private String page(SubstitutionRequest form, Model model) {
        var administers = rights.administers();
        model.addAttribute("form", form);
        model.addAttribute("now", clock.instant());
        model.addAttribute("administers", administers);
        model.addAttribute("self", self());
        model.addAttribute(
                "substitutions",
                administers
                        ? substitutes.all(Long.MAX_VALUE, ROWS)
                        : substitutes.concerning(self(), Long.MAX_VALUE, ROWS));
        return "substitutes";
    }

    private PersonId self() {
        return new PersonId(acting.now().id());
    }

    private static String words(Naming naming) {
        if (naming instanceof Naming.Refused refused) {
            return refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" "));
        }
        return naming instanceof Naming.Forbidden forbidden ? forbidden.reason() : "";
    }
}
