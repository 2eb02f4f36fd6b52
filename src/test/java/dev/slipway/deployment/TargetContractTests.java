package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Target} must hold; extend it with a place of four instances that is empty at first. */
public abstract class TargetContractTests {

    protected static final Digest DIGEST = new Digest("a".repeat(64));

    protected final Recorder recorder = new Recorder();

    protected abstract Target target();

    /** An empty place with four instances. */
    protected abstract TargetDescription place();

    /** An artifact that the place takes. */
    protected abstract Path artifact();

    /** An artifact that the place says no to. */
    protected abstract Path refusedArtifact();

    protected Install install(String visit, String version, int share) {
        return new Install(place(), visit, version, artifact(), DIGEST, share);
    }

    /** A move to 0.9.0 that the place says no to. */
    protected Install refused(String visit, boolean beside) {
        return new Install(place(), visit, "0.9.0", refusedArtifact(), DIGEST, 100, 100, beside);
    }

    @Test
    void findsNoFlawInItsOwnSettings() {
        assertThat(target().flaws(place())).isEmpty();
    }

    @Test
    void namesWhatIsMissingFromEmptySettings() {
        var bare = new TargetDescription(place().environment(), place().component(), target().adapter(), Map.of(), "");

        assertThat(target().flaws(bare)).isNotEmpty();
    }

    @Test
    void reportsNothingWhereNothingRuns() {
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of(), 0));
    }

    @Test
    void installsAndReportsTheVersion() {
        assertThat(target().install(install("v1", "1.0.0", 100), recorder)).isEqualTo(new Outcome.Done());

        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void leavesTheOtherInstancesAsTheyAre() {
        target().install(install("v1", "1.0.0", 100), recorder);
        target().install(install("v2", "1.1.0", 50), recorder);

        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0", "1.1.0"), 50));
    }

    @Test
    void goesOnWhereItStoppedUntilAllInstancesHaveIt() {
        target().install(install("v1", "1.0.0", 100), recorder);
        target().install(install("v2", "1.1.0", 50), recorder);

        assertThat(target().install(install("v3", "1.1.0", 100), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.1.0"), 100));
    }

    @Test
    void comesBackFromTheMiddleInSparingSteps() {
        target().install(install("v1", "1.0.0", 100), recorder);
        target().install(install("v2", "1.1.0", 50), recorder);

        var back = new Install(place(), "v3", "1.0.0", artifact(), DIGEST, 100, 25, false);
        assertThat(target().install(back, recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void takesTheSameMoveTwiceAsOne() {
        target().install(install("v1", "1.0.0", 100), recorder);

        assertThat(target().install(install("v1", "1.0.0", 100), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().install(install("v2", "1.0.0", 100), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void saysNoInWords() {
        assertThat(target().install(refused("v1", false), recorder))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isNotBlank());
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of(), 0));
    }

    @Test
    void removesWhatIsThereAndDoesNotMindWhenNothingIs() {
        target().install(install("v1", "1.0.0", 100), recorder);

        assertThat(target().remove(new Remove(place(), "v2"), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().remove(new Remove(place(), "v3"), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target().probe(place())).isEqualTo(new Report.Running(Set.of(), 0));
    }

    @Test
    void knowsNothingOfAVisitThatNeverWas() {
        assertThat(target().resume(place(), "never", recorder)).isEmpty();
    }

    /** Remembers what an adapter reported. */
    public static final class Recorder implements Progress {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final List<Long> processes = new CopyOnWriteArrayList<>();

        @Override
        public void log(String text) {
            texts.add(text);
        }

        @Override
        public void started(long pid, Instant startedAt) {
            processes.add(pid);
        }

        public String log() {
            return String.join("", texts);
        }

        public List<Long> processes() {
            return processes;
        }
    }
}
