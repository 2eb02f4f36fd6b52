package dev.slipway.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/feeds")
@Tag(name = "Calendar")
class FeedController {

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping
    @Operation(summary = "Lists the imported calendars: when each was read, and why it could not be read since then.")
    List<FeedView> list() {
        return feeds.all().stream().map(FeedView::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Imports the iCalendar file at an http or https address as windows or freezes, and reads it again regularly.")
    ResponseEntity<Object> subscribe(@RequestBody FeedRequest request) {
        return answer(
                feeds.subscribe(new FeedOrder(
                        EntryRequest.text(request.name()),
                        EntryRequest.text(request.address()),
                        EntryRequest.kind(request.kind()),
                        EntryRequest.text(request.product()),
                        EntryRequest.text(request.environment()),
                        EntryRequest.text(request.zone()),
                        Boolean.TRUE.equals(request.hotfixPasses()))),
                HttpStatus.CREATED);
    }

    @PostMapping(consumes = "text/calendar")
    @Operation(summary = "Imports an iCalendar file that is sent, once, as windows or freezes.")
    ResponseEntity<Object> upload(
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam String zone,
            @RequestParam(defaultValue = "false") boolean hotfixPasses,
            @RequestBody String file) {
        return answer(
                feeds.upload(
                        new FeedOrder(name, "", EntryRequest.kind(kind), product, environment, zone, hotfixPasses),
                        file),
                HttpStatus.CREATED);
    }

    @PostMapping("/{number}/refresh")
    @Operation(summary = "Reads an imported calendar again now.")
    ResponseEntity<Object> refresh(@PathVariable long number) {
        return answer(feeds.refresh(number), HttpStatus.OK);
    }

    @DeleteMapping("/{number}")
    @Operation(summary = "Drops an imported calendar with everything that came from it, with a reason.")
    ResponseEntity<Object> drop(@PathVariable long number, @RequestParam(defaultValue = "") String reason) {
        return answer(feeds.drop(number, reason), HttpStatus.OK);
    }

    private static ResponseEntity<Object> answer(Importing importing, HttpStatus made) {
        if (importing instanceof Importing.Made done) {
            return ResponseEntity.status(made).body(FeedView.of(done.feed()));
        }
        if (importing instanceof Importing.Unknown unknown) {
            return CalendarProblems.unknown(
                    "There is no imported calendar " + unknown.number() + ". GET /api/calendar/feeds lists them.");
        }
        return CalendarProblems.refused(((Importing.Refused) importing).flaws());
    }

    /** A calendar as it is asked for over REST. */
    record FeedRequest(
            @Nullable String name,
            @Nullable String address,
            @Nullable String kind,
            @Nullable String product,
            @Nullable String environment,
            @Nullable String zone,
            @Nullable Boolean hotfixPasses) {}

    /** An imported calendar as it is shown over HTTP. */
    record FeedView(
            long number,
            String name,
            String address,
            String kind,
            @Nullable String product,
            @Nullable String environment,
            String zone,
            boolean hotfixPasses,
            Instant readAt,
            Instant triedAt,
            String failure,
            String skipped) {

        static FeedView of(Feed feed) {
            return new FeedView(
                    feed.number(),
                    feed.name(),
                    feed.address(),
                    feed.kind().word(),
                    CalendarRows.text(feed.scope().product()),
                    CalendarRows.text(feed.scope().environment()),
                    feed.zone().getId(),
                    feed.hotfixPasses(),
                    feed.readAt(),
                    feed.triedAt(),
                    feed.failure(),
                    feed.skipped());
        }
    }
}
