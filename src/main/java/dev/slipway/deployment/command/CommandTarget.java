package dev.slipway.deployment.command;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.DeploymentProperties;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Moves components by command lines; see {@code docs/guides/targets.md}. */
@Component
class CommandTarget implements Target {

    /** What {@code sysexits.h} calls EX_TEMPFAIL. */
    private static final int TEMPORARY = 75;

    /** How a shell reports that HUP, INT, KILL or TERM ended a program. */
    private static final Set<Integer> SIGNALS = Set.of(129, 130, 137, 143);

    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

    private final DeploymentProperties properties;
    private final Starter starter;
    private final Clock clock;

    CommandTarget(DeploymentProperties properties, Clock clock) {
        this.properties = properties;
        this.starter = new Starter(properties.grace());
        this.clock = clock;
    }

    @Override
    public String adapter() {
        return "command";
    }

    @Override
    public List<String> flaws(TargetDescription target) {
        return CommandSettings.of(target).flaws();
    }

    @Override
    public Duration patience(TargetDescription target) {
        return CommandSettings.of(target).timeout().plus(properties.grace()).plus(SLACK);
    }

    @Override
    public Outcome install(Install move, Progress progress) {
        var call = CommandCall.of(
                CommandSettings.of(move.target()).install(),
                move.target(),
                move.equipment(),
                Map.of(
                        "SLIPWAY_VISIT", move.visit(),
                        "SLIPWAY_VERSION", move.version(),
                        "SLIPWAY_ARTIFACT", move.file().toAbsolutePath().toString(),
                        "SLIPWAY_DIGEST", move.digest().hex(),
                        "SLIPWAY_SHARE", Integer.toString(move.share()),
                        "SLIPWAY_UNAVAILABLE", Integer.toString(move.unavailable()),
                        "SLIPWAY_CONFIGURATION", move.equipment().configuration(),
                        "SLIPWAY_BESIDE", Boolean.toString(move.beside())));
        return run(move.target(), move.visit(), call, progress);
    }

    @Override
    public boolean holdsTwo(TargetDescription target) {
        return CommandSettings.of(target).shift().isPresent();
    }

    @Override
    public Optional<String> apart(TargetDescription target, String version) {
        return CommandSettings.of(target).apart(version);
    }

    @Override
    public Outcome shift(Shift move, Progress progress) {
        var call = CommandCall.of(
                CommandSettings.of(move.target()).shift().orElseThrow(),
                move.target(),
                move.equipment(),
                Map.of(
                        "SLIPWAY_VISIT", move.visit(),
                        "SLIPWAY_VERSION", move.version(),
                        "SLIPWAY_DIGEST", move.digest().hex(),
                        "SLIPWAY_SHARE", Integer.toString(move.share())));
        return run(move.target(), move.visit(), call, progress);
    }

    @Override
    public Outcome remove(Remove move, Progress progress) {
        var call = CommandCall.of(
                CommandSettings.of(move.target()).remove(),
                move.target(),
                move.equipment(),
                Map.of("SLIPWAY_VISIT", move.visit(), "SLIPWAY_KEEP", move.keep()));
        return run(move.target(), move.visit(), call, progress);
    }

    @Override
    public Report probe(TargetDescription target) {
        return probe(target, Equipment.NONE);
    }

    @Override
    public Report probe(TargetDescription target, Equipment equipment) {
        var settings = CommandSettings.of(target);
        if (isMissing(settings.directory())) {
            return new Report.Unknown(missing(settings.directory()));
        }
        var limit = settings.timeout().compareTo(PROBE_LIMIT) < 0 ? settings.timeout() : PROBE_LIMIT;
        return new Question(CommandCall.of(settings.probe(), target, equipment, Map.of()), limit).ask();
    }

    @Override
    public Optional<Outcome> resume(TargetDescription target, String visit, Progress progress) {
        return RunFolder.of(properties.runs(), target, visit)
                .latest()
                .flatMap(attempt -> settle(attempt, target, progress, false));
    }

    private Outcome run(TargetDescription target, String visit, CommandCall call, Progress progress) {
        if (isMissing(call.directory())) {
            return new Outcome.Failed(missing(call.directory()));
        }
        var folder = RunFolder.of(properties.runs(), target, visit);
        while (true) {
            var latest = folder.latest();
            var settled = latest.flatMap(attempt -> settle(attempt, target, progress, false));
            if (settled.isPresent()) {
                return settled.get();
            }
            var begun = folder.begin(latest, properties.host(), clock.instant());
            if (begun.isPresent()) {
                starter.start(begun.get(), call, CommandSettings.of(target).timeout(), progress);
                return settle(begun.get(), target, progress, true)
                        .orElseThrow(() -> new TryAgain("the command was ended from outside before it was done"));
            }
        }
    }

    /** Waits for an attempt; empty where it left no result and nothing of it works any more. */
    private Optional<Outcome> settle(Attempt attempt, TargetDescription target, Progress progress, boolean own) {
        var ending = new Watch(attempt, properties.host(), patience(target), progress, clock).await();
        Supplies.clear(attempt.folder());
        if (ending instanceof Ending.Exited exited) {
            return exited(exited.code(), attempt, progress, own);
        }
        if (ending instanceof Ending.TimedOut) {
            var limit = CommandSettings.of(target).timeout();
            return Optional.of(
                    new Outcome.Failed("the command took longer than " + limit.toSeconds() + " s and was ended"));
        }
        return Optional.empty();
    }

    private static Optional<Outcome> exited(int code, Attempt attempt, Progress progress, boolean own) {
        if (code == 0) {
            return Optional.of(new Outcome.Done());
        }
        var end = new OutputTail(attempt, progress).end();
        var reason = "the command ended with exit code " + code + (end.isEmpty() ? "" : ":\n" + end);
        if (code != TEMPORARY && !SIGNALS.contains(code)) {
            return Optional.of(new Outcome.Failed(reason));
        }
        if (own) {
            throw new TryAgain(reason);
        }
        return Optional.empty();
    }

    private static boolean isMissing(String directory) {
        return !directory.isEmpty() && !Files.isDirectory(Path.of(directory));
    }

    private static String missing(String directory) {
        return "the directory " + directory + " of the target does not exist on this machine";
    }
}
