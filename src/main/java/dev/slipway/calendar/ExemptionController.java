package dev.slipway.calendar;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/exemptions")
@Tag(name = "Calendar")
class ExemptionController {

    private final Exemptions exemptions;

    ExemptionController(Exemptions exemptions) {
        this.exemptions = exemptions;
    }

    @GetMapping
    @Operation(summary = "Lists the newest 200 exemptions, those that nobody has decided first.")
    List<ExemptionView> list() {
        return exemptions.newest().stream().map(ExemptionView::of).toList();
    }

    @PostMapping
    @Operation(summary = "Asks that one release may go to one environment in spite of a freeze, with a reason.")
    ResponseEntity<Object> request(@RequestBody ExemptionRequest request) {
        return answer(
                exemptions.request(
                        new ReleaseId(EntryRequest.text(request.release())),
                        new EnvironmentKey(EntryRequest.text(request.environment())),
                        request.entry(),
                        EntryRequest.text(request.reason()),
                        request.until()),
                HttpStatus.CREATED);
    }

    @PostMapping("/{number}/decision")
    @Operation(summary = "Grants or refuses an exemption; only for a second person who has no part in the release.")
    ResponseEntity<Object> decide(@PathVariable long number, @RequestBody DecisionRequest request) {
        var decision = EntryRequest.text(request.decision());
        if (!decision.equals("grant") && !decision.equals("refuse")) {
            return CalendarProblems.refused(List.of(new Flaw("decision", "Say grant or refuse.")));
        }
        return answer(
                exemptions.decide(number, decision.equals("grant"), EntryRequest.text(request.comment())),
                HttpStatus.OK);
    }

    private static ResponseEntity<Object> answer(Exempting exempting, HttpStatus made) {
        if (exempting instanceof Exempting.Made done) {
            return ResponseEntity.status(made).body(ExemptionView.of(done.exemption()));
        }
        if (exempting instanceof Exempting.Unknown unknown) {
            return CalendarProblems.unknown("There is no exemption " + unknown.number() + ".");
        }
        return CalendarProblems.refused(((Exempting.Refused) exempting).flaws());
    }

    /** @param entry the number of one window or freeze; none for all that hold the release when it is granted */
    record ExemptionRequest(
            @Nullable String release,
            @Nullable String environment,
            @Nullable Long entry,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** @param decision grant or refuse */
    record DecisionRequest(
            @Nullable String decision, @Nullable String comment) {}

    /** An exemption as it is shown over HTTP. */
    record ExemptionView(
            long number,
            String release,
            String environment,
            @Nullable Long entry,
            String reason,
            Instant until,
            String requestedBy,
            Instant requestedAt,
            String state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String comment) {

        static ExemptionView of(Exemption exemption) {
            return new ExemptionView(
                    exemption.number(),
                    exemption.release().value(),
                    exemption.environment().value(),
                    exemption.entry(),
                    exemption.reason(),
                    exemption.until(),
                    exemption.requestedBy().toString(),
                    exemption.requestedAt(),
                    exemption.state().name().toLowerCase(Locale.ROOT),
                    CalendarRows.text(exemption.decidedBy()),
                    exemption.decidedAt(),
                    exemption.comment());
        }
    }
}
