package dev.slipway.deployment.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.content.Digest;
import dev.slipway.deployment.TargetContractTests.Recorder;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Presence;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command target whose place holds two versions, between which a command leads users. */
class CommandShiftTests {

    @TempDir
    Path folder;

    private final Recorder recorder = new Recorder();

    @Test
    void leadsUsersByItsShiftCommandWhereItHasOne() throws IOException {
        var target = Places.target(folder, "here");
        var artifact = Files.writeString(folder.resolve("good"), "good");
        var script = "sh " + Path.of("src/test/resources/deployment/beside.sh").toAbsolutePath() + " ";
        var place = Places.in(
                folder,
                Map.of(
                        "install", script + "install",
                        "shift", script + "shift",
                        "remove", script + "remove",
                        "probe", script + "probe",
                        "apart", "http://{version}.example.org"));
        var given = new Equipment(
                Map.of(),
                Map.of("DB_PASSWORD", "hunter22"),
                List.of(new SuppliedFile("etc/password", "x", true, false)));
        var digest = new Digest("a".repeat(64));
        target.install(new Install(place, "v1", "1.0.0", artifact, digest, 100, 100, false, given), recorder);

        assertThat(target.holdsTwo(Places.in(folder, Map.of()))).isFalse();
        assertThat(target.holdsTwo(place)).isTrue();
        assertThat(target.apart(place, "1.1.0")).contains("http://1.1.0.example.org");
        target.install(new Install(place, "v2", "1.1.0", artifact, digest, 100, 100, true, given), recorder);
        assertThat(target.shift(new Shift(place, "v3", "1.1.0", digest, 30, given), recorder))
                .isEqualTo(new Outcome.Done());
        assertThat(target.shift(new Shift(place, "v3", "1.1.0", digest, 30, given), recorder))
                .as("again with the same visit")
                .isEqualTo(new Outcome.Done());

        assertThat(recorder.log()).containsOnlyOnce("30 % to 1.1.0 by hunter22");
        assertThat(target.probe(place, given))
                .isEqualTo(new Report.Running(List.of(new Presence("1.0.0", 100, 70), new Presence("1.1.0", 100, 30))));
        target.remove(new Remove(place, "v4", "1.1.0", given), recorder);
        assertThat(target.probe(place, given)).isEqualTo(new Report.Running(List.of(new Presence("1.1.0", 100, 30))));
    }
}
