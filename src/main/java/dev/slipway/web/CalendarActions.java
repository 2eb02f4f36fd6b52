package dev.slipway.web;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.Exempting;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.FeedOrder;
import dev.slipway.calendar.Feeds;
import dev.slipway.calendar.Importing;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can do on the calendar's page. Every act is allowed or refused by the module that owns it. */
@Controller
@RequestMapping("/calendar")
class CalendarActions {

    private final CalendarPage page;
    private final Calendar calendar;
    private final Exemptions exemptions;
    private final Feeds feeds;

    CalendarActions(CalendarPage page, Calendar calendar, Exemptions exemptions, Feeds feeds) {
        this.page = page;
        this.calendar = calendar;
        this.exemptions = exemptions;
        this.feeds = feeds;
    }

    @PostMapping("/entries")
    String enter(
            @ModelAttribute("form") EntryForm form,
            @CookieValue(name = "zone", defaultValue = "UTC") String zone,
            Model model,
            RedirectAttributes next) {
        var entering = form.number().isEmpty()
                ? calendar.add(form.draft())
                : calendar.change(Long.parseLong(form.number()), form.draft());
        if (entering instanceof Entering.Refused refused) {
            return page.show("", zone, form, refused.flaws(), model);
        }
        return tell(entering, "It is in the calendar, and holds from now on.", next);
    }

    @PostMapping("/entries/{number}/end")
    String end(@PathVariable long number, @RequestParam String reason, RedirectAttributes next) {
        return tell(calendar.end(number, reason), "It is ended. Whoever waited for it asks again.", next);
    }

    @PostMapping("/stop")
    String stop(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean hotfixPasses,
            RedirectAttributes next) {
        var scope = new Scope(
                product.isEmpty() ? null : new ProductKey(product),
                environment.isEmpty() ? null : new EnvironmentKey(environment));
        return tell(calendar.stopTheLine(scope, reason, hotfixPasses), "The line is stopped.", next);
    }

    @PostMapping("/exemptions")
    String request(
            @RequestParam String release,
            @RequestParam String environment,
            @RequestParam String reason,
            @RequestParam String until,
            @RequestParam(defaultValue = "UTC") String zone,
            RedirectAttributes next) {
        return tell(
                exemptions.request(
                        new ReleaseId(release.strip()),
                        new EnvironmentKey(environment),
                        null,
                        reason,
                        instant(until, zone)),
                "Somebody else has to decide now.",
                next);
    }

    @PostMapping("/exemptions/{number}")
    String decide(
            @PathVariable long number,
            @RequestParam boolean grant,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes next) {
        return tell(
                exemptions.decide(number, grant, comment),
                grant ? "The release may pass." : "The release goes on waiting.",
                next);
    }

    @PostMapping(path = "/feeds", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String bring(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Entry.Kind kind,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam String zone,
            @RequestParam(defaultValue = "false") boolean hotfixPasses,
            RedirectAttributes next)
            throws IOException {
        var importing = file != null && !file.isEmpty()
                ? feeds.upload(
                        new FeedOrder(name, "", kind, product, environment, zone, hotfixPasses),
                        new String(file.getBytes(), StandardCharsets.UTF_8))
                : feeds.subscribe(new FeedOrder(name, address, kind, product, environment, zone, hotfixPasses));
        return tell(importing, "The calendar is imported.", next);
    }

    @PostMapping("/feeds/{number}/refresh")
    String refresh(@PathVariable long number, RedirectAttributes next) {
        return tell(feeds.refresh(number), "The calendar was read again.", next);
    }

    @PostMapping("/feeds/{number}/drop")
    String drop(@PathVariable long number, @RequestParam String reason, RedirectAttributes next) {
        return tell(feeds.drop(number, reason), "The import is dropped, with everything that came from it.", next);
    }

    private static String tell(Entering entering, String notice, RedirectAttributes next) {
        return tell(entering instanceof Entering.Refused refused ? refused.flaws() : List.of(), notice, next);
    }

    private static String tell(Exempting exempting, String notice, RedirectAttributes next) {
        return tell(exempting instanceof Exempting.Refused refused ? refused.flaws() : List.of(), notice, next);
    }

    private static String tell(Importing importing, String notice, RedirectAttributes next) {
        if (importing instanceof Importing.Made made) {
            return tell(List.of(), notice + " It has " + made.entries() + " entries.", next);
        }
        return tell(importing instanceof Importing.Refused refused ? refused.flaws() : List.of(), notice, next);
    }

    private static String tell(List<Flaw> flaws, String notice, RedirectAttributes next) {
        if (flaws.isEmpty()) {
            next.addFlashAttribute("notice", notice);
        } else {
            next.addFlashAttribute("refusal", flaws.stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        }
        return "redirect:/calendar";
    }

    private static @Nullable Instant instant(String local, String zone) {
        try {
            return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
