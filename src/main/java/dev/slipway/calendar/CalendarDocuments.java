package dev.slipway.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.slipway.calendar.CalendarText.Line;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.spi.Described;
import dev.slipway.catalog.spi.IndependentDocuments;
import dev.slipway.catalog.spi.Landscape;
import dev.slipway.release.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Windows and freezes as documents of the catalogue. A document states all that it is about: what it no longer names has ended. Those that were entered by
 * hand or imported belong to no document, and none touches them.
 */
@Component
class CalendarDocuments implements IndependentDocuments {

    private final CalendarRows rows;
    private final Entries entries;

    CalendarDocuments(CalendarRows rows, Entries entries) {
        this.rows = rows;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "Calendar";
    }

    @Override
    public String schema() {
        return "/schema/calendar.schema.json";
    }

    @Override
    public List<Problem> problems(Described document, Landscape landscape) {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        for (var line : CalendarText.lines(document.fields())) {
            if (!seen.add(line.uid())) {
                problems.add(document.problem(
                        line.at() + "/key", "'" + line.uid() + "' is described already; choose another key"));
            }
            flaws(line, landscape)
                    .forEach(flaw -> problems.add(document.problem(line.at() + "/" + flaw.field(), flaw.reason())));
        }
        return problems;
    }

    private static List<Flaw> flaws(Line line, Landscape landscape) {
        var products = landscape.products().stream().map(Product::key).collect(toSet());
        var environments =
                landscape.environments().stream().map(Environment::key).collect(toSet());
        var flaws = new ArrayList<>(line.request().flaws());
        var unreadable = flaws.stream().map(Flaw::field).collect(toSet());
        DraftCheck.flaws(line.request().draft(), products::contains, environments::contains).stream()
                .filter(flaw -> !unreadable.contains(flaw.field()))
                .forEach(flaws::add);
        return flaws;
    }

    @Override
    public List<String> take(Described document) {
        var changes = new ArrayList<String>();
        var key = document.key();
        var present = rows.described().stream()
                .filter(entry -> entry.document().equals(key))
                .collect(toMap(Entry::uid, entry -> entry));
        for (var line : CalendarText.lines(document.fields())) {
            var draft = line.request().draft();
            var before = present.remove(line.uid());
            if (before == null) {
                changes.add(words(entries.add(draft, false, null, line.uid()), "added"));
            } else if (!draft.equals(EntryDraft.of(before))) {
                changes.add(words(entries.change(before, draft), "changed"));
            }
        }
        present.values()
                .forEach(entry -> changes.add(
                        words(entries.end(entry, "No longer in the catalogue's calendar " + key), "ended")));
        return changes;
    }

    private static String words(Entry entry, String what) {
        return entry.kind().word() + " " + entry.uid() + " " + what;
    }

    @Override
    public List<Map<String, Object>> written() {
        var described = rows.described().stream().collect(groupingBy(Entry::document, TreeMap::new, toList()));
        return described.entrySet().stream()
                .map(each -> CalendarText.fields(each.getKey(), each.getValue()))
                .toList();
    }
}
