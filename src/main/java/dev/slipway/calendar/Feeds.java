package dev.slipway.calendar;

import dev.slipway.calendar.CalendarEvent.FeedRead;
import dev.slipway.calendar.Importing.Made;
import dev.slipway.calendar.Importing.Refused;
import dev.slipway.calendar.Importing.Unknown;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Download;
import dev.slipway.identity.Act;
import dev.slipway.release.Flaw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports the calendars of others and keeps them fresh. What cannot be read leaves the last good copy in force, and is said. */
@Service
public class Feeds {

    private static final int MAX_TEXT = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final FeedRows feeds;
    private final CalendarRows rows;
    private final Entries entries;
    private final DraftCheck check;
    private final Neighbours neighbours;
    private final CalendarProperties settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Feeds(
            FeedRows feeds,
            CalendarRows rows,
            Entries entries,
            DraftCheck check,
            Neighbours neighbours,
            CalendarProperties settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.feeds = feeds;
        this.rows = rows;
        this.entries = entries;
        this.check = check;
        this.neighbours = neighbours;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<Feed> all() {
        return feeds.all();
    }

    /** Imports a calendar that lies at an address, and reads it again regularly. */
    public Importing subscribe(FeedOrder order) {
        var flaws = flaws(order);
        if (flaws.isEmpty() && !isAddress(order.address())) {
            flaws.add(new Flaw("address", "Give an http or https address of an iCalendar file."));
        }
        if (!flaws.isEmpty()) {
            return new Refused(flaws);
        }
        try {
            return take(order, fetch(order.address()));
        } catch (IOException failure) {
            return new Refused(
                    "address", Download.words(URI.create(order.address()), failure) + ". Correct the address.");
        }
    }

    /** Imports the text of a calendar file, once. */
    public Importing upload(FeedOrder order, String text) {
        var flaws = flaws(order);
        if (text.length() > settings.largest()) {
            flaws.add(new Flaw("file", "The file is larger than " + settings.largest() + " bytes."));
        }
        return flaws.isEmpty() ? take(order, text) : new Refused(flaws);
    }

    /** Reads a calendar again now. */
    public Importing refresh(long number) {
        var found = feeds.find(number);
        if (found.isEmpty()) {
            return new Unknown(number);
        }
        var feed = found.get();
        if (!neighbours.may(Act.MANAGE_CALENDAR, feed.scope())) {
            return new Refused(Flaw.ACTOR, forbidden(feed.scope()));
        }
        return feed.address().isEmpty()
                ? new Refused(Flaw.STATE, feed.name() + " was uploaded as a file. Upload it again, and drop this one.")
                : again(feed);
    }

    /** Ends everything that came from it. */
    public Importing drop(long number, String reason) {
        return transactions.execute(status -> {
            var found = feeds.lock(number);
            if (found.isEmpty()) {
                return new Unknown(number);
            }
            var feed = found.get();
            if (!neighbours.may(Act.MANAGE_CALENDAR, feed.scope())) {
                return new Refused(Flaw.ACTOR, forbidden(feed.scope()));
            }
            if (reason.isBlank() || reason.length() > MAX_TEXT) {
                return new Refused(
                        "reason", "Say why, in at most " + MAX_TEXT + " characters. It goes into the journal.");
            }
            rows.of(number).forEach(entry -> entries.end(entry, reason.strip()));
            feeds.delete(number);
            events.publishEvent(event(feed, "calendar.import-dropped", reason.strip()));
            return new Made(feed, 0);
        });
    }

    /** Reads all of them again that have an address. */
    void refreshAll() {
        feeds.all().stream().filter(feed -> !feed.address().isEmpty()).forEach(this::again);
    }

    private Importing again(Feed feed) {
        String text;
        try {
            text = fetch(feed.address());
        } catch (IOException failure) {
            return failed(feed, Download.words(URI.create(feed.address()), failure));
        }
        return transactions.execute(status -> {
            var locked = feeds.lock(feed.number());
            if (locked.isEmpty()) {
                return new Unknown(feed.number());
            }
            return new CalendarFile(feed, check)
                    .read(text)
                    .map(imported -> synchronize(feed, imported))
                    .orElseGet(() -> failed(feed, "What lies there is no iCalendar file"));
        });
    }

    private Importing failed(Feed feed, String failure) {
        return transactions.execute(status -> {
            feeds.failed(feed.number(), now(), bounded(failure));
            if (!failure.equals(feed.failure())) {
                events.publishEvent(event(feed, "calendar.import-failed", bounded(failure)));
            }
            return new Refused("address", failure + ". The copy of " + feed.readAt() + " stays in force.");
        });
    }

    private Importing take(FeedOrder order, String text) {
        return transactions.execute(status -> {
            var number = feeds.insert(order, now());
            var feed = feeds.find(number).orElseThrow();
            var imported = new CalendarFile(feed, check).read(text);
            if (imported.isEmpty()) {
                status.setRollbackOnly();
                return new Refused("file", "This is no iCalendar file. It begins with BEGIN:VCALENDAR.");
            }
            events.publishEvent(
                    event(feed, "calendar.imported", imported.get().drafts().size() + " entries"));
            return synchronize(feed, imported.get());
        });
    }

    /** Adds, changes and ends entries until they are as the calendar has them; what is the same stays untouched. */
    private Importing synchronize(Feed feed, Imported imported) {
        var present =
                rows.of(feed.number()).stream().collect(Collectors.toMap(Entry::uid, entry -> entry, (a, b) -> a));
        imported.drafts().forEach((uid, draft) -> {
            var entry = present.remove(uid);
            if (entry == null) {
                entries.add(draft, false, feed.number(), uid);
            } else {
                entries.change(entry, draft);
            }
        });
        present.values().forEach(entry -> entries.end(entry, "No longer in " + feed.name()));
        feeds.read(feed.number(), now(), bounded(String.join("; ", imported.skipped())));
        return new Made(
                feeds.find(feed.number()).orElseThrow(), imported.drafts().size());
    }

    private String fetch(String address) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Download(settings.largest(), settings.timeout()).copy(URI.create(address), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<Flaw> flaws(FeedOrder order) {
        var scope = scope(order);
        if (!neighbours.may(Act.MANAGE_CALENDAR, scope)) {
            return new ArrayList<>(List.of(new Flaw(Flaw.ACTOR, forbidden(scope))));
        }
        var probe = new EntryDraft(
                order.kind(),
                order.name(),
                "Imported",
                order.product(),
                order.environment(),
                java.time.LocalDateTime.MIN,
                java.time.LocalDateTime.MAX,
                order.zone(),
                "",
                Set.of(),
                false);
        return new ArrayList<>(check.flaws(probe).stream()
                .map(flaw -> flaw.field().equals("title") ? new Flaw("name", flaw.reason()) : flaw)
                .toList());
    }

    private static boolean isAddress(String address) {
        try {
            var uri = URI.create(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return address.length() <= MAX_TEXT && SCHEMES.contains(scheme) && uri.getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String forbidden(Scope scope) {
        return neighbours.actor().id() + " may not manage the calendar of " + scope + ". That takes manage-calendar.";
    }

    private static FeedRead event(Feed feed, String act, String outcome) {
        return new FeedRead(feed.number(), feed.name(), feed.address(), act, outcome);
    }

    static Scope scope(FeedOrder order) {
        return new Scope(
                order.product().isEmpty() ? null : new ProductKey(order.product()),
                order.environment().isEmpty() ? null : new EnvironmentKey(order.environment()));
    }

    private static String bounded(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
