package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Digest;
import dev.slipway.quality.ContentRepository;
import dev.slipway.quality.statistics.Errors;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges versions that are in use by the criteria of their plans, keeps what was measured, and judges it again when asked. */
@Service
public class Analyses {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_REASON = 4000;

    private final Neighbours neighbours;
    private final Prometheus prometheus;
    private final AnalysisRepository rows;
    private final ContentRepository contents;
    private final PrometheusProperties settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Analyses(
            Neighbours neighbours,
            Prometheus prometheus,
            AnalysisRepository rows,
            ContentRepository contents,
            PrometheusProperties settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.neighbours = neighbours;
        this.prometheus = prometheus;
        this.rows = rows;
        this.contents = contents;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the release is judged by anything but its health there. */
    public boolean isAsked(ReleaseId release, EnvironmentKey environment) {
        return !neighbours.acceptance(release, environment).criteria().isEmpty();
    }

    /** Whether there is a Prometheus that can be asked about the product's last environment, which is production. */
    public boolean isMeasured(ProductKey product) {
        return neighbours.production(product).flatMap(neighbours::prometheus).isPresent();
    }

    /** How long it takes to judge the release there: the soak, or longer where a criterion asks for that. */
    public Duration length(ReleaseId release, EnvironmentKey environment, Duration soak) {
        return neighbours.acceptance(release, environment).criteria().stream()
                .map(AcceptanceCriterion::during)
                .filter(Objects::nonNull)
                .reduce(soak, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /**
     * Looks where things stand, unless that was done a moment ago. It fails as soon as one criterion does; everything else is said only at the end. Call it
     * again until it has ended, outside any transaction.
     */
    public Looking look(AnalysisOrder order) {
        var matter = matter(order);
        var until = order.begun().plus(length(order.release(), order.environment(), order.soak()));
        var analysis = rows.of(order.visit()).orElseGet(() -> begin(order, matter, until));
        if (analysis.endedAt() != null) {
            return new Looking.Ended(analysis);
        }
        var now = clock.instant();
        var last = !now.isBefore(until);
        var next = order.begun().plus(pause(order, matter, until).multipliedBy(analysis.looks() + 1L));
        if (!last && now.isBefore(next)) {
            return goesOn(now, next.isBefore(until) ? next : until);
        }
        var server = neighbours.prometheus(order.environment());
        var period = Period.of(
                analysis.from().isBefore(order.begun()) ? analysis.from() : order.begun(),
                last ? until : now,
                matter.acceptance().step());
        var recordings = new Inquiry(prometheus, server, matter, period).make();
        var patient = now.isBefore(until.plus(settings.grace()));
        if (last && patient && recordings.stream().anyMatch(Recording::mayAnswerLater)) {
            return new Looking.GoesOn(Duration.ofSeconds(1));
        }
        var errors = last ? Errors.ofLastLook() : Errors.ofEarlyLook();
        var measured = new Measurements(
                order.release().value(),
                order.environment().value(),
                matter.release().version(),
                matter.former(),
                matter.share(),
                server.map(Object::toString).orElse(""),
                period.from(),
                period.until(),
                errors,
                recordings);
        return conclude(analysis, measured, period, last);
    }

    private Looking conclude(Analysis analysis, Measurements measured, Period period, boolean last) {
        var judgements = measured.judge();
        var finding = judgements.isEmpty()
                ? ofNothing(analysis)
                : Finding.of(judgements.stream().map(Judgement::finding).toList());
        var over = last || finding == Finding.FAIL;
        var at = now();
        transactions.executeWithoutResult(status -> {
            rows.look(analysis.id(), analysis.looks() + 1, at, judgements);
            if (over) {
                end(analysis, measured, period, finding, judgements, at);
            }
        });
        return over ? new Looking.Ended(rows.of(analysis.visit()).orElseThrow()) : new Looking.GoesOn(SHORTEST_PAUSE);
    }

    /** Comparisons that were made while both versions were in use hold on; where none was made, nobody knows. */
    private Finding ofNothing(Analysis analysis) {
        return analysis.share() > 0
                        && rows.of(analysis.release()).stream()
                                .filter(other -> other.candidate().equals(analysis.candidate()))
                                .filter(other -> other.environment().equals(analysis.environment()))
                                .anyMatch(other -> other.share() > 0 && other.finding() == Finding.PASS)
                ? Finding.PASS
                : Finding.NOT_ENOUGH_DATA;
    }

    private void end(
            Analysis analysis,
            Measurements measured,
            Period period,
            Finding finding,
            List<Judgement> judgements,
            Instant at) {
        var reason = reason(analysis, finding, judgements);
        Digest evidence = contents.keep(Json.write(measured));
        rows.end(analysis.id(), period, finding, reason, at, evidence);
        events.publishEvent(new AnalysisEvent.Ended(
                analysis.release(),
                analysis.id(),
                analysis.visit(),
                analysis.environment().value(),
                analysis.share(),
                finding,
                reason,
                evidence,
                judgements));
    }

    /** Something else has shown that the version is bad; what was found so far stays. */
    public void failed(ReleaseId release, String visit, String reason) {
        transactions.executeWithoutResult(status -> breakOff(release, visit, Finding.FAIL, reason));
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        rows.of(concluded.release()).stream()
                .filter(analysis -> analysis.endedAt() == null)
                .forEach(analysis -> breakOff(
                        concluded.release(),
                        analysis.visit(),
                        Finding.NOT_ENOUGH_DATA,
                        "the release ended before it was judged"));
    }

    private void breakOff(ReleaseId release, String visit, Finding finding, String reason) {
        if (rows.breakOff(visit, finding, bounded(reason), now())) {
            events.publishEvent(new AnalysisEvent.BrokenOff(release, visit, bounded(reason)));
        }
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON - 1) + "…" : text;
    }

    /** The criteria that made it so, with their figures. */
    private static String reason(Analysis analysis, Finding finding, List<Judgement> judgements) {
        var words = judgements.stream()
                .filter(judgement -> judgement.finding() == finding)
                .map(judgement -> judgement.criterion() + " " + judgement.words())
                .collect(Collectors.joining("; "));
        return bounded(words.isEmpty() ? ofNothing(analysis, finding) : words);
    }

    private static String ofNothing(Analysis analysis, Finding finding) {
        if (finding == Finding.PASS) {
            return "what could be compared was compared before";
        }
        return "nothing could be compared: "
                + (analysis.share() == 0 ? "nobody uses the new version yet" : "only the new version is in use");
    }

    /** Whoever watches longer goes on with what was measured before. */
    private Analysis begin(AnalysisOrder order, Matter matter, Instant until) {
        var from = rows.of(order.release()).stream()
                .findFirst()
                .filter(before -> before.finding() != null && !before.finding().decides())
                .filter(before -> before.candidate().equals(matter.candidate())
                        && before.environment().equals(order.environment())
                        && before.share() == order.share())
                .map(Analysis::from)
                .orElse(order.begun());
        var server = neighbours.prometheus(order.environment()).map(Object::toString);
        transactions.executeWithoutResult(status -> {
            rows.insert(
                    order.visit(),
                    matter,
                    server.orElse(""),
                    new Period(from, until, matter.acceptance().step()));
            events.publishEvent(new AnalysisEvent.Begun(
                    order.release(), order.visit(), order.environment().value(), order.share(), order.former()));
        });
        return rows.of(order.visit()).orElseThrow();
    }

    private Matter matter(AnalysisOrder order) {
        return new Matter(
                neighbours.release(order.release()).orElseThrow(),
                neighbours.candidate(order.release()),
                neighbours.acceptance(order.release(), order.environment()),
                order.environment(),
                order.former(),
                order.share());
    }

    /** No more often than the errors that looks share allow. */
    private static Duration pause(AnalysisOrder order, Matter matter, Instant until) {
        var least = Duration.between(order.begun(), until).dividedBy(Errors.EARLY_LOOKS);
        var step = matter.acceptance().step();
        return step.compareTo(least) > 0 ? step : least.plusMillis(1);
    }

    private static Looking goesOn(Instant now, Instant next) {
        var left = Duration.between(now, next);
        return new Looking.GoesOn(left.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : left);
    }

    /** Newest first, each with the judgements of its newest look. */
    public List<Analysis> of(ReleaseId release) {
        return rows.of(release);
    }

    public Optional<Analysis> find(ReleaseId release, long id) {
        return rows.find(release, id);
    }

    /** What each look came to, the first one first. */
    public List<List<Judgement>> looks(Analysis analysis) {
        return IntStream.rangeClosed(1, analysis.looks())
                .mapToObj(look -> rows.judgements(analysis.id(), look))
                .toList();
    }

    /** Judges once more what was kept. Nothing that was decided changes by it. */
    public List<Judgement> judgeAgain(Analysis analysis) {
        return measurements(analysis).map(Measurements::judge).orElse(List.of());
    }

    /** Everything that Prometheus was asked and said, as JSON. */
    public Optional<InputStream> evidence(Analysis analysis) {
        return Optional.ofNullable(analysis.evidence()).map(contents::open);
    }

    /** What was measured for each criterion, to be drawn. */
    public List<Chart> charts(Analysis analysis) {
        return measurements(analysis).map(Measurements::recordings).orElse(List.of()).stream()
                .flatMap(recording -> Chart.of(recording).stream())
                .toList();
    }

    Optional<Measurements> measurements(Analysis analysis) {
        return evidence(analysis).map(Json::read);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
