package dev.slipway.deployment;

import dev.slipway.context.Hook;
import dev.slipway.context.Snapshot.SnapshotHook;
import dev.slipway.deployment.Commands.Run;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Runs the hooks of contexts around a move: each once for a visit, also for whoever takes the move over or repeats it on another machine. */
@Component
class Hooks {

    private final Commands commands;
    private final HookRecord record;

    Hooks(Commands commands, HookRecord record) {
        this.commands = commands;
        this.record = record;
    }

    /** Runs those that belong there in their order; the first that fails is the answer. */
    Optional<Outcome.Failed> run(KeptMove move, Site site, Hook.When when, Progress progress) {
        if (!bringsSomething(move.move())) {
            return Optional.empty();
        }
        var step = move.move().direction() == Move.Direction.FORWARD ? Hook.Step.DEPLOY : Hook.Step.RESTORE;
        for (var hook : site.hooks()) {
            if (hook.when() == when && hook.steps().contains(step)) {
                var failure = once(move, site, hook, step, progress);
                if (failure.isPresent()) {
                    return Optional.of(new Outcome.Failed("the hook " + hook.name() + " of the context "
                            + hook.context() + ", " + when.name().toLowerCase(Locale.ROOT) + " the step, "
                            + failure.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Why it failed, now or when it was run for this visit before. */
    private Optional<String> once(KeptMove move, Site site, SnapshotHook hook, Hook.Step step, Progress progress) {
        var begun = record.begin(move, hook);
        if (begun.endedAt() != null) {
            progress.log("hook " + hook.name() + " of " + hook.context() + " has been run before\n");
            return Optional.of(begun.failure()).filter(failure -> !failure.isEmpty());
        }
        progress.log("hook " + hook.name() + " of " + hook.context() + "\n");
        var failure = failure(commands.run(command(move, site, hook, step), progress::log))
                .map(reason -> SecretMask.mask(reason, site.secrets()));
        record.end(move, hook, begun, failure);
        return failure;
    }

    /** Leading users to what is there already, and clearing away what was there, concerns no hook. */
    private static boolean bringsSomething(Move move) {
        return switch (move.kind()) {
            case INSTALL, BESIDE -> true;
            case SHIFT, RETIRE -> false;
        };
    }

    private static Optional<String> failure(Run run) {
        if (run instanceof Run.Exited exited) {
            return exited.code() == 0
                    ? Optional.empty()
                    : Optional.of("ended with exit code " + exited.code() + ":\n" + exited.lastWords());
        }
        return Optional.of(
                run instanceof Run.NotStarted none ? none.reason() : "took longer than it may, and was ended");
    }

    private static Commands.Command command(KeptMove move, Site site, SnapshotHook hook, Hook.Step step) {
        var variables = new TreeMap<>(site.equipment().variables());
        variables.putAll(site.equipment().secrets());
        variables.putAll(Map.of(
                "SLIPWAY_ENVIRONMENT", move.move().environment().value(),
                "SLIPWAY_COMPONENT", move.move().component().toString(),
                "SLIPWAY_VISIT", move.move().visit(),
                "SLIPWAY_VERSION", move.move().version(),
                "SLIPWAY_SHARE", Integer.toString(move.move().share()),
                "SLIPWAY_STEP", step.name().toLowerCase(Locale.ROOT)));
        return new Commands.Command(
                move.move().visit(),
                "hook-" + hook.name() + "-" + move.move().environment() + "-"
                        + move.move().component(),
                hook.command(),
                Path.of(hook.directory()),
                variables,
                Duration.ofSeconds(hook.timeout()),
                site.equipment().files());
    }
}
