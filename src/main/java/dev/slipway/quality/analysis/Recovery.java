package dev.slipway.quality.analysis;

import dev.slipway.release.Acceptance;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a release was put right, against what its plan accepts.
 *
 * @param failures oldest first
 * @param downtime how long components did not answer, added up
 * @param accepted the plan's thresholds
 */
public record Recovery(List<Failure> failures, Duration downtime, Acceptance accepted) {

    /** Longest of all failures; empty where none was acted on. */
    public Optional<Duration> acknowledging() {
        return failures.stream()
                .flatMap(failure -> failure.acknowledging().stream())
                .max(Duration::compareTo);
    }

    /** Who acted, each once. */
    public List<String> acknowledgedBy() {
        return failures.stream()
                .map(Failure::actedBy)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Longest of all failures; empty where nothing was put right. */
    public Optional<Duration> recovering() {
        return failures.stream()
                .flatMap(failure -> failure.recovering().stream())
                .max(Duration::compareTo);
    }

    /** One line for each threshold, and one for each figure that there is. */
    public List<Line> lines() {
        return List.of(
                new Line("time to acknowledge", acknowledging().orElse(null), accepted.acknowledge()),
                new Line("recovery time", recovering().orElse(null), accepted.recovery()),
                new Line("downtime", downtime.isZero() && failures.isEmpty() ? null : downtime, accepted.downtime()));
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return failures.isEmpty() && downtime.isZero();
    }

    /**
     * One measure.
     *
     * @param measured null where there is nothing to measure yet
     * @param accepted null where the plan says nothing
     */
    public record Line(
            String name,
            @Nullable Duration measured,
            @Nullable Duration accepted) {

        /** What was measured, for people, to the second. */
        public String words() {
            return measured == null
                    ? "not yet"
                    : measured.truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .substring(2)
                            .toLowerCase(Locale.ROOT);
        }

        /** {@code kept}, {@code missed}, or empty where nothing is accepted or measured. */
        public String verdict() {
            return measured == null || accepted == null ? "" : measured.compareTo(accepted) <= 0 ? "kept" : "missed";
        }
    }
}
