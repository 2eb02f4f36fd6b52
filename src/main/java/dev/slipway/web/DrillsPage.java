package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.drill.Drill;
import dev.slipway.drill.DrillPlanRequest;
import dev.slipway.drill.DrillPlans;
import dev.slipway.drill.Drills;
import dev.slipway.drill.Evidence;
import dev.slipway.drill.Holding;
import dev.slipway.drill.Planning;
import dev.slipway.release.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drills of going back: what they have shown, where and when they are held, and holding one now. */
@Controller
@RequestMapping("/drills")
class DrillsPage {

    private static final int ROWS = 50;

    private final Drills drills;
    private final DrillPlans plans;
    private final Catalog catalog;

    DrillsPage(Drills drills, DrillPlans plans, Catalog catalog) {
        this.drills = drills;
        this.plans = plans;
        this.catalog = catalog;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        var shown = drills.page(product.isBlank() ? null : new ProductKey(product), before, ROWS);
        model.addAttribute("products", catalog.products());
        model.addAttribute("product", product);
        model.addAttribute("plans", plans.all());
        model.addAttribute(
                "drills",
                shown.stream()
                        .map(drill -> new Row(drill, Evidence.of(drill.evidence())))
                        .toList());
        model.addAttribute(
                "next", shown.size() < ROWS ? null : shown.get(ROWS - 1).number());
        model.addAttribute("places", places());
        return "drills";
    }

    @PostMapping
    String hold(@RequestParam String place, RedirectAttributes next) {
        var holding = drills.hold(product(place), environment(place));
        if (holding instanceof Holding.Held held) {
            next.addFlashAttribute(
                    "notice",
                    "The drill has begun: " + held.drill().version() + " goes to "
                            + held.drill().environment() + " and is taken back.");
            return "redirect:/releases/" + held.drill().release();
        }
        next.addFlashAttribute("refusal", words(((Holding.Refused) holding).flaws()));
        return "redirect:/drills";
    }

    @PostMapping("/plans")
    String plan(
            @RequestParam String place,
            @RequestParam(required = false) @Nullable Integer every,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "5") int minutes,
            RedirectAttributes next) {
        List<Flaw> flaws = new ArrayList<>();
        var order = new DrillPlanRequest(rule.isBlank() ? every : null, rule, start, "PT" + minutes + "M")
                .order(product(place).value(), environment(place).value(), flaws);
        var planning = flaws.isEmpty() ? plans.plan(order) : new Planning.Refused(flaws);
        if (planning instanceof Planning.Refused refused) {
            next.addFlashAttribute("refusal", words(refused.flaws()));
        } else {
            next.addFlashAttribute("notice", "Going back is drilled there from now on.");
        }
        return "redirect:/drills";
    }

    @PostMapping("/plans/end")
    String unplan(@RequestParam String place, RedirectAttributes next) {
        var planning = plans.unplan(product(place), environment(place));
        if (planning instanceof Planning.Refused refused) {
            next.addFlashAttribute("refusal", words(refused.flaws()));
        } else {
            next.addFlashAttribute("notice", "Nothing is drilled there any more, unless somebody asks for it.");
        }
        return "redirect:/drills";
    }

    /** Where each product can be drilled. */
    private List<Place> places() {
        return catalog.products().stream()
                .flatMap(product -> product.environments().stream()
                        .filter(key -> catalog.environment(key)
                                .filter(environment -> !environment.production())
                                .isPresent())
                        .map(key -> new Place(
                                product,
                                catalog.environment(key).map(Environment::name).orElse(""),
                                product.key() + "/" + key)))
                .toList();
    }

    private static ProductKey product(String place) {
        return new ProductKey(place.split("/", 2)[0]);
    }

    private static EnvironmentKey environment(String place) {
        var slash = place.indexOf('/');
        return new EnvironmentKey(slash < 0 ? "" : place.substring(slash + 1));
    }

    private static String words(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::reason).collect(Collectors.joining(" "));
    }

    /** One product in one environment before production. */
    record Place(Product product, String environment, String value) {}

    /** One drill with what was seen. */
    record Row(Drill drill, Evidence evidence) {

        /** Bounded by tenths of a second; empty where going back has not ended. */
        public String took() {
            var took = drill.took();
            return took == null ? "" : words(took.toMillis());
        }

        public String threshold() {
            return words(drill.threshold().toMillis());
        }

        private static String words(long millis) {
            return millis < 60_000 || millis % 1000 != 0 && millis < 600_000
                    ? millis / 1000 + (millis % 1000 < 50 ? "" : "." + millis % 1000 / 100) + " s"
                    : millis / 60_000 + " min" + (millis % 60_000 < 1000 ? "" : " " + millis % 60_000 / 1000 + " s");
        }
    }
}
