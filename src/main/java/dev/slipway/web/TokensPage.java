package dev.slipway.web;

import dev.slipway.identity.Acting;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.Scope;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own access tokens for REST. */
@Controller
@RequestMapping("/tokens")
class TokensPage {

    private final Tokens tokens;
    private final Acting acting;
    private final Clock clock;

    TokensPage(Tokens tokens, Acting acting, Clock clock) {
        this.tokens = tokens;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("tokens", tokens.of(acting.now()));
        model.addAttribute("scopes", Scope.all());
        return "tokens";
    }

    /** Shows the secret on this one answer; it cannot be read again. */
    @PostMapping
    String issue(
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String products,
            @RequestParam(defaultValue = "90") int days,
            Model model) {
        var order = new TokenOrder(
                name, Set.copyOf(scope), words(products), clock.instant().plus(Duration.ofDays(days)));
        var issuing = tokens.issue(order);
        if (issuing instanceof Issuing.Issued issued) {
            model.addAttribute("secret", issued.secret());
        } else if (issuing instanceof Issuing.Refused refused) {
            model.addAttribute(
                    "refusal",
                    refused.flaws().stream().map(Issuing.Flaw::reason).collect(Collectors.joining(" ")));
        } else if (issuing instanceof Issuing.Forbidden forbidden) {
            model.addAttribute("refusal", forbidden.reason());
        }
        return page(model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes next) {
        if (tokens.revoke(acting.now(), id)) {
            next.addFlashAttribute("notice", "The token is worthless from now on.");
        }
        return "redirect:/tokens";
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
