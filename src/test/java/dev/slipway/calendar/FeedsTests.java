package dev.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.calendar.Entry.Kind;
import dev.slipway.release.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class FeedsTests {

    private static final String CHRISTMAS = event("""
            UID:christmas
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            RRULE:FREQ=YEARLY
            SUMMARY:Christmas""");
    private static final String AUDIT = event("""
            UID:audit
            DTSTART;TZID=America/New_York:20261201T090000
            DTEND;TZID=America/New_York:20261201T170000
            RRULE:FREQ=WEEKLY;BYDAY=TU,WE;UNTIL=20261231T000000Z
            EXDATE;TZID=America/New_York:20261208T090000
            SUMMARY:Audit
            DESCRIPTION:They look at everything.""");

    private final HttpServer server = server();
    private volatile String served = "";
    private volatile int status = 200;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            var body = served.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @EveryDatabase
    void importsEntriesInTheZonesThatTheyName(Database database) {
        var office = new Office(database);

        var importing = office.feeds.upload(order(""), calendar(CHRISTMAS, AUDIT));

        assertThat(((Importing.Made) importing).entries()).isEqualTo(2);
        assertThat(office.calendar.entries()).extracting(Entry::title).containsExactly("Christmas", "Audit");
        var christmas = office.calendar.entries().get(0);
        assertThat(christmas.timing().zone()).hasToString("Europe/Berlin");
        assertThat(christmas.intervals(Instant.parse("2027-01-01T00:00:00Z")).next())
                .isEqualTo(new Interval(Instant.parse("2027-12-23T23:00:00Z"), Instant.parse("2027-12-26T23:00:00Z")));
        var audit = office.calendar.entries().get(1);
        assertThat(audit.reason()).isEqualTo("Imported from Holidays: They look at everything.");
        assertThat(audit.intervals(Instant.EPOCH))
                .toIterable()
                .extracting(Interval::from)
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-12-01T14:00:00Z",
                        "2026-12-02T14:00:00Z",
                        "2026-12-09T14:00:00Z",
                        "2026-12-15T14:00:00Z",
                        "2026-12-16T14:00:00Z",
                        "2026-12-22T14:00:00Z",
                        "2026-12-23T14:00:00Z",
                        "2026-12-29T14:00:00Z",
                        "2026-12-30T14:00:00Z");
    }

    @EveryDatabase
    void movesOneOfASeries(Database database) {
        var office = new Office(database);
        var moved = event("""
                UID:audit
                RECURRENCE-ID;TZID=America/New_York:20261202T090000
                DTSTART;TZID=America/New_York:20261203T100000
                DURATION:PT2H
                SUMMARY:Audit, moved""");

        office.feeds.upload(order(""), calendar(AUDIT, moved));

        assertThat(office.calendar.between(
                        Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2026-12-08T00:00:00Z")))
                .extracting(occurrence -> occurrence.interval().from().toString())
                .containsExactly("2026-12-01T14:00:00Z", "2026-12-03T15:00:00Z");
    }

    @EveryDatabase
    void saysWhatItLeavesOut(Database database) {
        var office = new Office(database);
        var nowhere = event("""
                UID:x
                DTSTART;TZID=Mars/Base:20261201T090000
                DTEND;TZID=Mars/Base:20261201T100000
                SUMMARY:Landing""");
        var moment = event("""
                UID:y
                DTSTART:20261201T090000Z
                SUMMARY:Moment""");

        var importing = office.feeds.upload(order(""), calendar(nowhere, moment, CHRISTMAS));

        assertThat(((Importing.Made) importing).feed().skipped()).contains("'Landing': ", "'Moment': it has no length");
        assertThat(office.calendar.entries()).extracting(Entry::title).containsExactly("Christmas");
    }

    @EveryDatabase
    void refusesWhatIsNoCalendar(Database database) {
        var office = new Office(database);

        assertThat(flaws(office.feeds.upload(order(""), "<html>")))
                .containsExactly("This is no iCalendar file. It begins with BEGIN:VCALENDAR.");
        assertThat(flaws(office.feeds.subscribe(order("file:///etc/passwd"))))
                .containsExactly("Give an http or https address of an iCalendar file.");
        assertThat(flaws(office.as("quinn").feeds.upload(order(""), calendar(CHRISTMAS)))
                        .get(0))
                .contains("may not manage the calendar");
        served = "BEGIN:VCALENDAR\r\n" + "X".repeat(200_000);
        assertThat(flaws(office.as("rita").feeds.subscribe(order(address()))).get(0))
                .contains("it is larger than 100000 bytes");
        assertThat(office.feeds.all()).isEmpty();
    }

    @EveryDatabase
    void keepsTheLastGoodCopyWhenAnAddressFails(Database database) {
        var office = new Office(database);
        served = calendar(CHRISTMAS, AUDIT);
        var feed = ((Importing.Made) office.feeds.subscribe(order(address()))).feed();

        status = 503;
        assertThat(flaws(office.feeds.refresh(feed.number())).get(0)).contains("the server answered with status 503");
        office.feeds.refreshAll();
        assertThat(office.calendar.entries()).hasSize(2);
        assertThat(office.feeds.all().get(0).failure()).endsWith("the server answered with status 503");
        assertThat(database.published(CalendarEvent.FeedRead.class))
                .extracting(CalendarEvent.FeedRead::act)
                .containsExactly("calendar.imported", "calendar.import-failed");

        status = 200;
        served = "sorry";
        assertThat(office.feeds.refresh(feed.number())).isInstanceOf(Importing.Refused.class);
        assertThat(office.calendar.entries()).hasSize(2);

        served = calendar(CHRISTMAS.replace("20261227", "20261228"));
        assertThat(office.feeds.refresh(feed.number())).isInstanceOf(Importing.Made.class);
        assertThat(office.feeds.all().get(0).failure()).isEmpty();
        assertThat(office.calendar.entries()).extracting(Entry::title).containsExactly("Christmas");
        assertThat(database.published(CalendarEvent.Changed.class)).hasSize(1);
        assertThat(database.published(CalendarEvent.Ended.class)).hasSize(1);

        office.feeds.drop(feed.number(), "Not ours.");
        assertThat(office.calendar.entries()).isEmpty();
        assertThat(office.feeds.all()).isEmpty();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/holidays.ics";
    }

    private static FeedOrder order(String address) {
        return new FeedOrder("Holidays", address, Kind.FREEZE, "", "production", "Europe/Berlin", false);
    }

    private static List<String> flaws(Importing importing) {
        assertThat(importing).isInstanceOf(Importing.Refused.class);
        return ((Importing.Refused) importing)
                .flaws().stream().map(Flaw::reason).toList();
    }

    static String event(String lines) {
        return "BEGIN:VEVENT\nDTSTAMP:20261101T000000Z\n" + lines + "\nEND:VEVENT\n";
    }

    static String calendar(String... events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + String.join("", events) + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }
}
