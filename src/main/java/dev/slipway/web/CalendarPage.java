package dev.slipway.web;

import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Conflict;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.Exemption;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.Feeds;
import dev.slipway.calendar.Interval;
import dev.slipway.calendar.Occurrence;
import dev.slipway.calendar.Plans;
import dev.slipway.catalog.Catalog;
import dev.slipway.release.Flaw;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The release calendar: a month and lists of windows, freezes, plans and what is in their way. */
@Controller
class CalendarPage {

    private static final Duration YEAR = Duration.ofDays(366);

    private final Calendar calendar;
    private final Plans plans;
    private final Exemptions exemptions;
    private final Feeds feeds;
    private final Catalog catalog;
    private final Clock clock;

    CalendarPage(Calendar calendar, Plans plans, Exemptions exemptions, Feeds feeds, Catalog catalog, Clock clock) {
        this.calendar = calendar;
        this.plans = plans;
        this.exemptions = exemptions;
        this.feeds = feeds;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String page(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "0") long edit,
            @CookieValue(name = "zone", defaultValue = "UTC") String zone,
            Model model) {
        var form = calendar.find(edit)
                .filter(entry -> entry.endedAt() == null
                        && entry.feed() == null
                        && entry.document().isEmpty()
                        && !entry.stop())
                .map(EntryForm::of)
                .orElseGet(EntryForm::empty);
        return show(month, zone, form, List.of(), model);
    }

    /** The page with a form that is to be filled in, or filled in better. */
    String show(String month, String zoneName, EntryForm form, List<Flaw> flaws, Model model) {
        var zone = zone(zoneName);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var shown = month(month, today);
        var entries = calendar.entries();
        var coming = calendar.between(now, now.plus(YEAR)).stream()
                .collect(Collectors.toMap(
                        occurrence -> occurrence.entry().number(), Occurrence::interval, (first, later) -> first));
        var begin = Month.begin(shown, zone);
        var end = Month.end(shown, zone);
        var planned =
                plans.between(now.isBefore(begin) ? now : begin, now.plus(YEAR).isAfter(end) ? now.plus(YEAR) : end);
        var conflicts = plans.conflicts(
                planned.stream().filter(each -> !each.at().isBefore(now)).toList());
        var clashing = conflicts.stream().map(Conflict::planned).collect(Collectors.toCollection(HashSet::new));
        model.addAttribute("month", Month.of(shown, zone, today, drawn(begin, end), planned, clashing));
        model.addAttribute("stops", entries.stream().filter(Entry::stop).toList());
        model.addAttribute("rows", rows(entries, coming));
        model.addAttribute(
                "over",
                entries.stream()
                        .filter(entry -> !coming.containsKey(entry.number()))
                        .toList());
        model.addAttribute(
                "planned",
                planned.stream().filter(each -> !each.at().isBefore(now)).toList());
        model.addAttribute("conflicts", conflicts);
        var asked = exemptions.newest();
        model.addAttribute(
                "asked",
                asked.stream()
                        .filter(each -> each.state() == Exemption.State.OPEN)
                        .toList());
        model.addAttribute(
                "decided",
                asked.stream()
                        .filter(each -> each.state() != Exemption.State.OPEN)
                        .limit(20)
                        .toList());
        model.addAttribute("feeds", feeds.all());
        model.addAttribute("products", catalog.products());
        model.addAttribute("environments", catalog.environments());
        model.addAttribute(
                "zones",
                ZoneRulesProvider.getAvailableZoneIds().stream()
                        .filter(id -> id.matches(
                                "UTC|(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                        .sorted()
                        .toList());
        model.addAttribute("now", now);
        model.addAttribute("form", form);
        model.addAttribute("flaws", flaws);
        return "calendar";
    }

    /** A stopped line is said above everything, not on every day. */
    private List<Occurrence> drawn(Instant begin, Instant end) {
        return calendar.between(begin, end).stream()
                .filter(occurrence -> !occurrence.entry().stop())
                .toList();
    }

    private static List<Row> rows(List<Entry> entries, Map<Long, Interval> coming) {
        return entries.stream()
                .filter(entry -> !entry.stop())
                .filter(entry -> coming.containsKey(entry.number()))
                .map(entry -> new Row(entry, coming.get(entry.number())))
                .sorted(Comparator.comparing(
                        row -> row.next() == null ? Instant.MAX : row.next().from()))
                .toList();
    }

    private static YearMonth month(String text, LocalDate today) {
        try {
            return text.isEmpty() ? YearMonth.from(today) : YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            return YearMonth.from(today);
        }
    }

    private static ZoneId zone(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneId.of("UTC");
    }

    /** @param next when it is in force now, or for the next time */
    record Row(Entry entry, @Nullable Interval next) {}
}
