package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.flag.Audience;
import dev.slipway.flag.Audiences;
import dev.slipway.flag.Exposure;
import dev.slipway.flag.Flag;
import dev.slipway.flag.FlagKey;
import dev.slipway.flag.Flagging;
import dev.slipway.flag.Flags;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Feature flags: who sees what where. What is done here is allowed or refused by the module that owns it. */
@Controller
@RequestMapping("/flags")
class FlagsPage {

    private final Flags flags;
    private final Audiences audiences;
    private final Catalog catalog;
    private final Rights rights;
    private final Acting acting;

    FlagsPage(Flags flags, Audiences audiences, Catalog catalog, Rights rights, Acting acting) {
        this.flags = flags;
        this.audiences = audiences;
        this.catalog = catalog;
        this.rights = rights;
        this.acting = acting;
    }

    @GetMapping
    String page(Model model) {
        var known = audiences.all();
        model.addAttribute(
                "rows", flags.all().stream().map(flag -> row(flag, known)).toList());
        model.addAttribute("audiences", known);
        model.addAttribute(
                "products",
                catalog.products().stream()
                        .filter(product -> mayManage(product.key()))
                        .toList());
        return "flags";
    }

    @PostMapping
    String define(
            @RequestParam String product,
            @RequestParam String name,
            @RequestParam String description,
            @RequestParam(defaultValue = "") String endsOn,
            RedirectAttributes next) {
        return tell(
                flags.define(key(product, name.strip()), description, day(endsOn)),
                "It is kept. Nobody sees a new flag's feature until somebody shows it.",
                next);
    }

    @PostMapping("/{product}/{name}/exposure")
    String expose(
            @PathVariable String product,
            @PathVariable String name,
            @RequestParam String environment,
            @RequestParam(defaultValue = "false") boolean on,
            @RequestParam int share,
            @RequestParam(defaultValue = "") String audience,
            RedirectAttributes next) {
        return tell(
                flags.expose(key(product, name), new EnvironmentKey(environment), on, share, audience),
                "Applications learn of it when they ask next.",
                next);
    }

    @PostMapping("/{product}/{name}/drop")
    String drop(
            @PathVariable String product,
            @PathVariable String name,
            @RequestParam String reason,
            RedirectAttributes next) {
        return tell(flags.drop(key(product, name), reason), "The flag is gone.", next);
    }

    @PostMapping("/audiences")
    String gather(
            @RequestParam String product,
            @RequestParam String name,
            @RequestParam String description,
            @RequestParam String conditions,
            RedirectAttributes next) {
        var lines = conditions
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return tell(
                audiences.gather(new ProductKey(product), name.strip(), description, lines),
                "The audience is kept. Flags that use it follow at once.",
                next);
    }

    @PostMapping("/audiences/{product}/{name}/drop")
    String dropAudience(@PathVariable String product, @PathVariable String name, RedirectAttributes next) {
        return tell(audiences.drop(new ProductKey(product), name), "The audience is gone.", next);
    }

    private Row row(Flag flag, List<Audience> known) {
        var product = flag.key().product();
        var places = catalog.product(product).map(Product::environments).orElse(List.of()).stream()
                .map(environment -> new Cell(environment, flag.in(environment).orElse(null)))
                .toList();
        var own = known.stream()
                .filter(audience -> audience.product().equals(product))
                .map(Audience::name)
                .toList();
        return new Row(flag, places, own, mayManage(product));
    }

    private boolean mayManage(ProductKey product) {
        return rights.may(acting.now(), Act.MANAGE_FLAGS, product.value());
    }

    private static String tell(Flagging flagging, String notice, RedirectAttributes next) {
        flagging.objection()
                .ifPresentOrElse(
                        reason -> next.addFlashAttribute("refusal", reason),
                        () -> next.addFlashAttribute("notice", notice));
        return "redirect:/flags";
    }

    private static FlagKey key(String product, String name) {
        return new FlagKey(new ProductKey(product), name);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** @param mine whether whoever looks may change it */
    record Row(Flag flag, List<Cell> cells, List<String> audiences, boolean mine) {}

    /** One environment that the product goes to. */
    record Cell(EnvironmentKey environment, @Nullable Exposure exposure) {

        public String words() {
            return exposure == null ? "nobody" : exposure.words();
        }

        public boolean on() {
            return exposure != null && exposure.on();
        }

        public int share() {
            return exposure == null ? 0 : exposure.share();
        }

        public String audience() {
            return exposure == null ? "" : exposure.audience();
        }
    }
}
