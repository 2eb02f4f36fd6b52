package dev.slipway.deployment.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import dev.slipway.deployment.TargetContractTests.Recorder;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A real playbook, run as any other command. */
@EnabledIf(value = "isInstalled", disabledReason = "ansible-core is not installed")
class AnsibleTests {

    private static final Path PLAYBOOKS =
            Path.of("src/test/resources/deployment/ansible").toAbsolutePath();

    @TempDir
    Path folder;

    private final Recorder recorder = new Recorder();

    static boolean isInstalled() {
        return Stream.of("/usr/bin/ansible-playbook", "/usr/local/bin/ansible-playbook")
                .map(Path::of)
                .anyMatch(Files::isExecutable);
    }

    @Test
    void installsOnAShareSaysNoInWordsAndRemoves() throws Exception {
        var target = Places.target(folder, "here");
        var place = place();
        Files.writeString(folder.resolve("good"), "good");
        Files.writeString(folder.resolve("bad"), "refused");

        assertThat(target.install(install(place, "v1", "1.0.0", "good", 100), recorder))
                .as(recorder::log)
                .isEqualTo(new Outcome.Done());
        assertThat(target.install(install(place, "v2", "1.1.0", "good", 50), recorder))
                .isEqualTo(new Outcome.Done());
        assertThat(target.probe(place)).isEqualTo(new Report.Running(Set.of("1.0.0", "1.1.0"), 50));
        assertThat(target.install(install(place, "v3", "1.2.0", "bad", 100), recorder))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("this artifact is refused"));
        assertThat(target.remove(new Remove(place, "v4"), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target.probe(place)).isEqualTo(new Report.Running(Set.of(), 0));
    }

    private Install install(TargetDescription place, String visit, String version, String artifact, int share) {
        return new Install(place, visit, version, folder.resolve(artifact), new Digest("a".repeat(64)), share);
    }

    private TargetDescription place() {
        return Places.in(
                folder,
                Map.of(
                        "install",
                        "ansible-playbook -i localhost, " + PLAYBOOKS.resolve("install.yml"),
                        "remove",
                        "ansible-playbook -i localhost, " + PLAYBOOKS.resolve("remove.yml"),
                        "variable.ANSIBLE_NOCOLOR",
                        "1",
                        "variable.ANSIBLE_LOCAL_TEMP",
                        folder.resolve("ansible").toString()));
    }
}
