package dev.slipway.deployment;

import dev.slipway.deployment.command.CommandRuns;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Runs programs for other modules as deployments are run: in a session of their own, within a time limit, once for each visit and name. Whoever asks again
 * after a crash waits for the same run.
 */
@Service
public class Commands {

    private final CommandRuns runs;

    Commands(CommandRuns runs) {
        this.runs = runs;
    }

    /** @param log takes what the program says, in pieces of whole lines */
    public Run run(Command command, Consumer<String> log) {
        return runs.run(command, log);
    }

    /**
     * A program to run.
     *
     * @param visit names the occasion, and {@code name} tells its programs apart
     * @param words program and arguments, run without a shell
     * @param variables what it sees besides PATH, HOME, LANG and JAVA_HOME
     * @param files what it finds in the folder SLIPWAY_FILES, as long as it runs
     */
    public record Command(
            String visit,
            String name,
            List<String> words,
            Path directory,
            Map<String, String> variables,
            Duration limit,
            List<SuppliedFile> files) {

        /** A program that gets no files. */
        public Command(
                String visit,
                String name,
                List<String> words,
                Path directory,
                Map<String, String> variables,
                Duration limit) {
            this(visit, name, words, directory, variables, limit, List.of());
        }
    }

    /** How a run ended. */
    public sealed interface Run {

        /** @param lastWords the end of what it said */
        record Exited(int code, String lastWords) implements Run {}

        /** It took longer than it may, and was ended. */
        record TimedOut() implements Run {}

        /** There is no such program, or it must not be run. */
        record NotStarted(String reason) implements Run {}
    }
}
