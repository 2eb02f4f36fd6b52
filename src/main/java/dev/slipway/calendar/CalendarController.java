package dev.slipway.calendar;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendar", description = "When what may be deployed where: windows, freezes and what is planned.")
class CalendarController {

    private static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration PLANS = Duration.ofDays(366);

    private final Calendar calendar;
    private final Plans plans;
    private final Catalog catalog;
    private final Clock clock;

    CalendarController(Calendar calendar, Plans plans, Catalog catalog, Clock clock) {
        this.calendar = calendar;
        this.plans = plans;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping("/api/calendar")
    @Operation(summary = "Lists the windows and freezes that are in force, those after the given number, at most 200.")
    List<EntryView> list(@RequestParam(defaultValue = "0") long after) {
        return calendar.entries().stream()
                .filter(entry -> entry.number() > after)
                .limit(200)
                .map(EntryView::of)
                .toList();
    }

    @PostMapping("/api/calendar")
    @Operation(
            summary =
                    "Enters a window or a freeze; releases that wait, or come to a deployment, are held by it at once.")
    ResponseEntity<Object> add(@RequestBody EntryRequest request) {
        var flaws = request.flaws();
        return flaws.isEmpty()
                ? answer(calendar.add(request.draft()), HttpStatus.CREATED)
                : CalendarProblems.refused(flaws);
    }

    @GetMapping("/api/calendar/{number}")
    @Operation(summary = "Shows one window or freeze.")
    ResponseEntity<Object> show(@PathVariable long number) {
        return calendar.find(number)
                .<ResponseEntity<Object>>map(entry -> ResponseEntity.ok(EntryView.of(entry)))
                .orElseGet(() -> unknown(number));
    }

    @PutMapping("/api/calendar/{number}")
    @Operation(summary = "Changes a window or a freeze; fields that are absent become empty.")
    ResponseEntity<Object> change(@PathVariable long number, @RequestBody EntryRequest request) {
        var flaws = request.flaws();
        return flaws.isEmpty()
                ? answer(calendar.change(number, request.draft()), HttpStatus.OK)
                : CalendarProblems.refused(flaws);
    }

    @PostMapping("/api/calendar/{number}/end")
    @Operation(summary = "Ends a window or a freeze for good, with a reason; so is a stopped line released.")
    ResponseEntity<Object> end(@PathVariable long number, @RequestBody ReasonRequest request) {
        return answer(calendar.end(number, EntryRequest.text(request.reason())), HttpStatus.OK);
    }

    @PostMapping("/api/calendar/stop")
    @Operation(summary = "Stops the line: freezes everything, a product or an environment from now on, with a reason.")
    ResponseEntity<Object> stop(@RequestBody StopRequest request) {
        var product = EntryRequest.text(request.product());
        var environment = EntryRequest.text(request.environment());
        var scope = new Scope(
                product.isEmpty() ? null : new ProductKey(product),
                environment.isEmpty() ? null : new EnvironmentKey(environment));
        return answer(
                calendar.stopTheLine(
                        scope, EntryRequest.text(request.reason()), Boolean.TRUE.equals(request.hotfixPasses())),
                HttpStatus.CREATED);
    }

    @GetMapping("/api/calendar/status")
    @Operation(
            summary =
                    "Answers whether a product may be deployed to an environment at an instant, and if not, why and when.")
    ResponseEntity<Object> status(
            @RequestParam String product,
            @RequestParam String environment,
            @RequestParam(required = false) @Nullable Instant at,
            @Parameter(description = "Whether it answers to an incident, as every emergency does")
                    @RequestParam(defaultValue = "false")
                    boolean hotfix) {
        var flaws = new ArrayList<Flaw>();
        if (catalog.product(new ProductKey(product)).isEmpty()) {
            flaws.add(new Flaw("product", "There is no product " + product + ". GET /api/catalog lists them."));
        }
        if (catalog.environment(new EnvironmentKey(environment)).isEmpty()) {
            flaws.add(new Flaw(
                    "environment", "There is no environment " + environment + ". GET /api/environments lists them."));
        }
        return flaws.isEmpty()
                ? ResponseEntity.ok(calendar.status(
                        new ProductKey(product),
                        new EnvironmentKey(environment),
                        at == null ? clock.instant() : at,
                        hotfix))
                : CalendarProblems.refused(flaws);
    }

    @GetMapping("/api/calendar/conflicts")
    @Operation(
            summary =
                    "Lists what is in the way of the plans of the coming year: closed times, targets, products, dependencies, people.")
    List<ConflictView> conflicts() {
        var now = clock.instant();
        return plans.conflicts(plans.between(now, now.plus(PLANS))).stream()
                .map(ConflictView::of)
                .toList();
    }

    @GetMapping("/api/calendar.ics")
    @Operation(summary = "Exports windows, freezes and the target dates of pending releases as iCalendar.")
    ResponseEntity<byte[]> export() {
        var now = clock.instant();
        var text = new CalendarExport(now).of(calendar.entries(), plans.between(now.minus(PLANS), now.plus(PLANS)));
        return ResponseEntity.ok().contentType(ICALENDAR).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Object> answer(Entering entering, HttpStatus made) {
        if (entering instanceof Entering.Made entered) {
            return ResponseEntity.status(made).body(EntryView.of(entered.entry()));
        }
        if (entering instanceof Entering.Unknown unknown) {
            return unknown(unknown.number());
        }
        return CalendarProblems.refused(((Entering.Refused) entering).flaws());
    }

    private static ResponseEntity<Object> unknown(long number) {
        return CalendarProblems.unknown(
                "There is no window or freeze " + number + ". GET /api/calendar lists those that are in force.");
    }

    /** Why something is to be done. */
    record ReasonRequest(@Nullable String reason) {}

    /** What is to stand still, and why. */
    record StopRequest(
            @Nullable String product,
            @Nullable String environment,
            @Nullable String reason,
            @Nullable Boolean hotfixPasses) {}

    /** A conflict as it is shown over HTTP. */
    record ConflictView(
            String kind,
            String release,
            String environment,
            Instant at,
            @Nullable String other,
            String reason) {

        static ConflictView of(Conflict conflict) {
            var planned = conflict.planned();
            var other = conflict.other();
            return new ConflictView(
                    conflict.kind().name().toLowerCase(Locale.ROOT),
                    planned.release().value(),
                    planned.environment().value(),
                    planned.at(),
                    other == null ? null : other.release().value(),
                    conflict.reason());
        }
    }
}
