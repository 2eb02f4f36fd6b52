package dev.slipway.quality.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.slipway.quality.analysis.Hearing.Outcome;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Alerts", description = "What alerting systems say about products in use.")
class AlertController {

    private static final int MOST = 500;
    private static final ObjectReader REPORTS =
            JsonMapper.builder().addModule(new JavaTimeModule()).build().readerFor(AlertReport.class);

    private final Alerts alerts;
    private final Neighbours neighbours;

    AlertController(Alerts alerts, Neighbours neighbours) {
        this.alerts = alerts;
        this.neighbours = neighbours;
    }

    @PostMapping(path = "/hooks/alertmanager", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Takes what Alertmanager's webhook sends; an alert about a release that is being watched ends it.",
            description =
                    "The labels product and environment, and version where it is given, say which release is meant. Needs a"
                            + " token with the scope report-alerts. Sending the same again changes nothing.")
    List<HeardView> hear(@RequestBody(required = false) @Nullable String body) {
        var heard = read(body).stream().map(alerts::hear).toList();
        if (!heard.isEmpty() && heard.stream().allMatch(hearing -> hearing.outcome() == Outcome.FORBIDDEN)) {
            throw AnalysisProblem.answer(
                    HttpStatus.FORBIDDEN,
                    "alerts-forbidden",
                    "Not allowed",
                    heard.get(0).note() + ".");
        }
        return heard.stream().map(HeardView::of).toList();
    }

    @GetMapping("/releases/{id}/alerts")
    @Operation(summary = "Lists the alerts that ended the watch of the release, newest first.")
    List<AlertView> alerts(@PathVariable String id) {
        var release = new ReleaseId(id);
        if (neighbours.release(release).isEmpty()) {
            throw AnalysisProblem.noRelease(id);
        }
        return alerts.of(release).stream().map(AlertView::of).toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.of(problem.getBody()).build();
    }

    private static List<AlertReport.Entry> read(@Nullable String body) {
        try {
            AlertReport report = body == null || body.isBlank() ? null : REPORTS.readValue(body);
            var entries = report == null ? null : report.alerts();
            if (entries != null && entries.size() <= MOST) {
                return entries.stream().filter(Objects::nonNull).toList();
            }
        } catch (JsonProcessingException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ErrorResponseException unreadable() {
        return AnalysisProblem.answer(
                HttpStatus.BAD_REQUEST,
                "alerts-unreadable",
                "Not what Alertmanager sends",
                "Send the JSON of Alertmanager's webhook, version 4, with a list 'alerts' of at most " + MOST + ".");
    }

    /** One alert that was heard. */
    record AlertView(
            String alert,
            String environment,
            String version,
            String summary,
            String fingerprint,
            Instant startsAt,
            Instant receivedAt,
            Instant repeatedAt,
            @Nullable Instant resolvedAt) {

        static AlertView of(Alert alert) {
            return new AlertView(
                    alert.name(),
                    alert.environment(),
                    alert.version(),
                    alert.summary(),
                    alert.fingerprint(),
                    alert.startsAt(),
                    alert.receivedAt(),
                    alert.repeatedAt(),
                    alert.resolvedAt());
        }
    }

    /** What came of one alert. */
    record HeardView(String alert, String outcome, @Nullable String release, String note) {

        static HeardView of(Hearing hearing) {
            var release = hearing.release();
            return new HeardView(
                    hearing.alert(),
                    hearing.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    release == null ? null : release.value(),
                    hearing.note());
        }
    }
}
