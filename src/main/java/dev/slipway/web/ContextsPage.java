package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.context.Context;
import dev.slipway.context.Contexts;
import dev.slipway.context.Flaw;
import dev.slipway.context.Keeping;
import dev.slipway.context.Secrets;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All contexts, what they come to in one place and why, and the only way to give a secret a value by hand. */
@Controller
@RequestMapping("/contexts")
class ContextsPage {

    private final Contexts contexts;
    private final Secrets secrets;
    private final Catalog catalog;
    private final Acting acting;
    private final Rights rights;

    ContextsPage(Contexts contexts, Secrets secrets, Catalog catalog, Acting acting, Rights rights) {
        this.contexts = contexts;
        this.secrets = secrets;
        this.catalog = catalog;
        this.acting = acting;
        this.rights = rights;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String component,
            @RequestParam(defaultValue = "") String environment,
            Model model) {
        var may = rights.may(acting.now(), Act.APPLY_CATALOG, Rights.EVERYTHING);
        model.addAttribute("may", may);
        model.addAttribute("keys", secrets.keys());
        model.addAttribute("sheets", contexts.all().stream().map(this::sheet).toList());
        model.addAttribute(
                "components",
                catalog.products().stream()
                        .flatMap(product -> product.components().stream())
                        .map(one -> one.key().toString())
                        .toList());
        model.addAttribute("environments", catalog.environments());
        model.addAttribute("component", component);
        model.addAttribute("environment", environment);
        model.addAttribute(
                "resolution",
                component.matches("[^/]+/[^/]+")
                        ? contexts.resolve(ComponentKey.parse(component), new EnvironmentKey(environment))
                        : null);
        return "contexts";
    }

    @PostMapping("/{key}/secrets/{name}")
    String write(
            @PathVariable String key,
            @PathVariable String name,
            @RequestParam String value,
            @RequestParam(defaultValue = "false") boolean revokes,
            RedirectAttributes next) {
        return tell(
                secrets.write(key, name, value, revokes), name + " has a new value. Nobody can read it again.", next);
    }

    @PostMapping("/{key}/drop")
    String drop(@PathVariable String key, @RequestParam String reason, RedirectAttributes next) {
        return tell(contexts.drop(key, reason), key + " holds no longer.", next);
    }

    private Sheet sheet(Context context) {
        return new Sheet(context, contexts.past(context.key()).get(0), secrets.states(context));
    }

    private static String tell(Keeping keeping, String notice, RedirectAttributes next) {
        if (keeping instanceof Keeping.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else {
            next.addFlashAttribute("notice", notice);
        }
        return "redirect:/contexts";
    }

    /** One context with what it has said last and what is known of its secrets. */
    record Sheet(Context context, Contexts.Past newest, List<Secrets.State> secrets) {}
}
