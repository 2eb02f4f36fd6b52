package dev.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoProductTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "storefront", "payments"})
    void hasABelievableHistory(String product) throws Exception {
        var demo = new Workplace(folder);
        demo.repositories.ensure(product);

        assertThat(commits(demo.repositories.of(product)))
                .hasSizeGreaterThan(5)
                .allSatisfy(commit -> assertThat(commit.getShortMessage())
                        .matches("(feat|fix|docs|chore|perf|style)(\\([a-z]+\\))?: .+"))
                .allSatisfy(commit -> assertThat(commit.getFullMessage()).containsPattern("(LED|SHOP|PAY)-\\d+"))
                .extracting(commit -> commit.getAuthorIdent().getEmailAddress())
                .contains("dennis@example.com", "linus@example.com");
    }

    @Test
    void isMadeOnce() throws Exception {
        var demo = new Workplace(folder);
        demo.build("payments", "1.0.0");
        var before = commits(demo.repositories.of("payments")).get(0);
        Files.createDirectories(demo.repositories.of("ledger.draft").resolve("src"));

        new Workplace(folder).build("payments", "1.0.0");
        new Workplace(folder).build("ledger", "1.0.0");

        assertThat(commits(demo.repositories.of("payments")).get(0).name()).isEqualTo(before.name());
        assertThat(demo.repositories.of("ledger.draft")).doesNotExist();
    }

    @Test
    void givesTheSameBytesForTheSameSource() {
        var one = new Workplace(folder.resolve("one")).build("payments", "1.2.0");
        var other = new Workplace(folder.resolve("other")).build("payments", "1.2.0");

        assertThat(other.digest()).isEqualTo(one.digest());
    }

    @Test
    void testsItselfInEveryVersion() throws Exception {
        var demo = new Workplace(folder);
        for (var version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            var artifact = demo.build("payments", version);
            var builder = new ProcessBuilder(
                            "sh",
                            demo.scripts.target().resolveSibling("check.sh").toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"));
            builder.environment()
                    .put("SLIPWAY_ARTIFACT", Path.of(artifact.location()).toString());

            assertThat(builder.start().waitFor()).isZero();
            var report = folder.resolve("self-test.xml");
            assertThat(report).content().contains("<testsuite name=\"self-test\"", "failures=\"0\"", "<testcase ");
            Files.delete(report);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "storefront"})
    void hasAVersionToReplaceAndOneToRelease(String product) {
        var demo = new Workplace(folder);

        assertThat(demo.build(product, "1.0.0").digest())
                .isNotEqualTo(demo.build(product, "1.1.0").digest());
    }

    private static List<RevCommit> commits(Path repository) throws IOException {
        try (var git = Git.open(repository.toFile())) {
            var commits = new ArrayList<RevCommit>();
            git.log().call().forEach(commits::add);
            return commits;
        } catch (GitAPIException failure) {
            throw new IOException(failure);
        }
    }
}
