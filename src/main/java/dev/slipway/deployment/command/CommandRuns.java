package dev.slipway.deployment.command;

import dev.slipway.deployment.Commands.Command;
import dev.slipway.deployment.Commands.Run;
import dev.slipway.deployment.DeploymentProperties;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.TryAgain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Runs programs that move nothing. What a program did is settled by its exit code, also for whoever takes over. */
@Component
public class CommandRuns {

    private static final Duration SLACK = Duration.ofSeconds(10);

    /** How a shell says that there is no such program, or that it cannot be run. */
    private static final Map<Integer, String> NOT_STARTED =
            Map.of(126, "cannot be executed", 127, "was not found; name it with its path, or put it on the PATH");

    private final DeploymentProperties properties;
    private final Starter starter;
    private final Clock clock;

    public CommandRuns(DeploymentProperties properties, Clock clock) {
        this.properties = properties;
        this.starter = new Starter(properties.grace());
        this.clock = clock;
    }

    public Run run(Command command, Consumer<String> log) {
        var folder = RunFolder.named(properties.runs(), command.visit() + "-" + command.name());
        var progress = new Logging(log);
        while (true) {
            var latest = folder.latest();
            var settled = latest.flatMap(attempt -> settle(attempt, command, progress));
            if (settled.isPresent()) {
                return settled.get();
            }
            var begun = folder.begin(latest, properties.host(), clock.instant());
            if (begun.isPresent()) {
                starter.start(begun.get(), call(command), command.limit(), progress);
                return settle(begun.get(), command, progress)
                        .orElseThrow(() -> new TryAgain("'" + command.name() + "' was ended from outside"));
            }
        }
    }

    /** Waits for an attempt; empty where it left no result and nothing of it works any more. */
    private Optional<Run> settle(Attempt attempt, Command command, Progress progress) {
        var patience = command.limit().plus(properties.grace()).plus(SLACK);
        var ending = new Watch(attempt, properties.host(), patience, progress, clock).await();
        Supplies.clear(attempt.folder());
        if (ending instanceof Ending.Exited exited) {
            var reason = NOT_STARTED.get(exited.code());
            return Optional.of(
                    reason == null
                            ? new Run.Exited(exited.code(), new OutputTail(attempt, progress).end())
                            : new Run.NotStarted(command.words().get(0) + " " + reason));
        }
        return ending instanceof Ending.TimedOut ? Optional.of(new Run.TimedOut()) : Optional.empty();
    }

    private static CommandCall call(Command command) {
        var environment = new TreeMap<>(CommandCall.basics());
        environment.putAll(command.variables());
        return new CommandCall(command.words(), command.directory().toString(), environment, command.files());
    }

    private record Logging(Consumer<String> lines) implements Progress {

        @Override
        public void log(String text) {
            lines.accept(text);
        }

        @Override
        public void started(long pid, Instant startedAt) {
            lines.accept("process " + pid + "\n");
        }
    }
}
