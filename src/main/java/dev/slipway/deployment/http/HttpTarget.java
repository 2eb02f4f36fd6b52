package dev.slipway.deployment.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.ProbeAnswer;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves components by asking a deployment service; see {@code docs/reference/targets.md}. */
@Component
class HttpTarget implements Target {

    private static final Outcome DONE = new Outcome.Done();
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int REDIRECTED = 300;
    private static final int UNKNOWN = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Caller caller = new Caller();
    private final Clock clock;

    HttpTarget(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String adapter() {
        return "http";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return HttpSettings.of(target).flaws();
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return HttpSettings.of(target).address("shift").isPresent();
    }

    @Override
    public Optional<String> apart(TargetDescription target, String version) {
        return HttpSettings.of(target)
                .address("apart")
                .map(address ->
                        Template.address(address, Map.of("version", version)).toString());
    }

    @Override
    public Duration patience(TargetDescription target) {
        return HttpSettings.of(target).timeout().plus(SLACK);
    }

    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return HttpSettings.of(target).address("status").isEmpty() ? Optional.empty() : await(target, visit, progress);
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        var facts = facts(move.target(), move.visit());
        facts.put("version", move.version());
        facts.put("digest", move.digest().hex());
        facts.put("share", Integer.toString(move.share()));
        facts.put("unavailable", Integer.toString(move.unavailable()));
        facts.put("beside", Boolean.toString(move.beside()));
        facts.put("configuration", move.equipment().configuration());
        return act("install", move.target(), move.visit(), facts, progress);
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        var facts = facts(move.target(), move.visit());
        facts.put("version", move.version());
        facts.put("digest", move.digest().hex());
        facts.put("share", Integer.toString(move.share()));
        return act("shift", move.target(), move.visit(), facts, progress);
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        var facts = facts(move.target(), move.visit());
        facts.put("keep", move.keep());
        return act("remove", move.target(), move.visit(), facts, progress);
    }

    @Override
    public Report probe(TargetDescription target) {
        var settings = HttpSettings.of(target);
        try {
            var answer = caller.ask(
                    settings,
                    "GET",
                    Template.address(settings.address("probe").orElseThrow(), facts(target, "")),
                    "",
                    Map.of());
            return answer.statusCode() == OK
                    ? ProbeAnswer.read(answer.body())
                            .orElseGet(
                                    () -> new Report.Unknown("the probe answered no JSON like " + ProbeAnswer.EXAMPLE))
                    : new Report.Unknown("the probe was answered with " + Caller.words(answer));
        } catch (TryAgain silence) {
            return new Report.Unknown(String.valueOf(silence.getMessage()));
        }
    }

    private Outcome act(
            String act, TargetDescription target, String visit, Map<String, String> facts, Progress progress) {
        var settings = HttpSettings.of(target);
        var address = Template.address(settings.address(act).orElseThrow(), facts);
        var body = Template.json(settings.body(act), facts);
        progress.log(settings.method(act) + " " + address + " " + body + "\n");
        var answer = caller.ask(settings, settings.method(act), address, body, Map.of("Idempotency-Key", visit));
        progress.log(Caller.words(answer) + "\n");
        if (answer.statusCode() == ACCEPTED && settings.address("status").isPresent()) {
            return await(target, visit, progress)
                    .orElseThrow(() -> new TryAgain("the service has forgotten what it had accepted"));
        }
        return answer.statusCode() < REDIRECTED
                ? DONE
                : new Outcome.Failed("the service answered " + Caller.words(answer));
    }

    /** Asks until the service has done or given up what it had accepted; empty where it knows nothing of it. */
    private Optional<Outcome> await(TargetDescription target, String visit, Progress progress) {
        var settings = HttpSettings.of(target);
        var address = Template.address(settings.address("status").orElseThrow(), facts(target, visit));
        var end = clock.instant().plus(settings.timeout());
        while (true) {
            var answer = caller.ask(settings, "GET", address, "", Map.of());
            if (answer.statusCode() == UNKNOWN) {
                return Optional.empty();
            }
            var status = status(answer);
            if (status.state.equals("done")) {
                return Optional.of(DONE);
            }
            if (status.state.equals("failed")) {
                return Optional.of(new Outcome.Failed(status.reason));
            }
            if (!clock.instant().isBefore(end)) {
                return Optional.of(new Outcome.Failed(
                        "the service took longer than " + settings.timeout().toSeconds() + " s"));
            }
            progress.log(status.state + "\n");
            pause(settings.pause());
        }
    }

    private static Status status(HttpResponse<String> answer) {
        try {
            return JSON.readValue(answer.body(), Status.class);
        } catch (JsonProcessingException unreadable) {
            throw new TryAgain("the status is no JSON like {\"state\":\"working\"}: " + Caller.words(answer));
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private static Map<String, String> facts(TargetDescription target, String visit) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("visit", visit);
        facts.put("environment", target.environment().value());
        facts.put("component", target.component().toString());
        return facts;
    }

    /** How far the service has come: {@code working}, {@code done} or {@code failed}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Status(String state, String reason) {

        Status(@Nullable String state, @Nullable String reason) {
            this.state = state == null ? "working" : state;
            this.reason = reason == null ? "the service gives no reason" : reason;
        }
    }
}
