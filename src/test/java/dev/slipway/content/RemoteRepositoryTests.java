package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RemoteRepositoryTests {

    @TempDir
    Path folder;

    @Test
    void followsARepositoryOverHttp() throws IOException {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story()
                .commit("one", 0)
                .tag("v1")
                .commit("two", 10, 1)
                .main()
                .text());
        git.run("symbolic-ref", "HEAD", "refs/heads/n1");
        try (var server = GitOverHttp.of(folder)) {
            var repositories = AContent.repositories(folder);
            var url = server.url("git");

            assertThat(AContent.read(repositories.between(url, "v1", "main")).commits())
                    .extracting(Commit::subject)
                    .containsExactly("two");
            assertThat(AContent.read(repositories.between(url, "", "HEAD")).commits())
                    .extracting(Commit::subject)
                    .containsExactly("one");

            git.bringIn(new Story()
                    .commit("one", 0)
                    .commit("two", 10, 1)
                    .commit("three", 20, 2)
                    .main()
                    .text());
            git.run("tag", "-d", "v1");
            assertThat(AContent.read(repositories.between(url, "n1", "main")).commits())
                    .extracting(Commit::subject)
                    .containsExactly("three", "two");
            assertThat(AContent.refusal(repositories.between(url, "v1", "main")))
                    .startsWith("from: ");
            try (var copies = Files.list(folder.resolve("repositories"))) {
                assertThat(copies).hasSize(1);
            }
        }
    }

    @Test
    void followsOnAfterADeathInTheMiddleOfAFetch() throws IOException {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story().commit("one", 0).main().text());
        try (var server = GitOverHttp.of(folder);
                var copies = Files.newDirectoryStream(Files.createDirectories(folder.resolve("repositories")))) {
            AContent.repositories(folder).between(server.url("git"), "", "main");
            var copy = copies.iterator().next();
            for (var left : List.of("refs/heads/main.lock", "packed-refs.lock", "HEAD.lock")) {
                Files.createFile(copy.resolve(left));
            }

            git.bringIn(new Story().commit("one", 0).commit("two", 10, 1).main().text());

            assertThat(AContent.read(AContent.repositories(folder).between(server.url("git"), "", "main"))
                            .commits())
                    .extracting(Commit::subject)
                    .containsExactly("two", "one");
        }
    }

    @Test
    void signsInWithoutTellingAnybody() throws IOException {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story().commit("one", 0).main().text());
        try (var server = GitOverHttp.asking(folder, "ci", "s3cret")) {
            var repositories = AContent.repositories(folder);

            assertThat(AContent.read(repositories.between(server.url("ci:s3cret@", "git"), "", "main"))
                            .commits())
                    .hasSize(1);
            assertThat(AContent.refusal(repositories.between(server.url("ci:wr0ng@", "git"), "", "main")))
                    .startsWith("repository: http://127.0.0.1:")
                    .doesNotContain("wr0ng");
            assertThat(AContent.refusal(repositories.between(server.url("git"), "", "main")))
                    .contains("check the address and the access");
            try (var files = Files.walk(folder.resolve("repositories"))) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> file.endsWith("config")))
                        .allSatisfy(file -> assertThat(file).content().doesNotContain("s3cret"));
            }
        }
    }

    @Test
    void letsManyReadAtOnce() throws IOException {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story().commit("one", 0).main().text());
        try (var server = GitOverHttp.of(folder)) {
            var repositories = AContent.repositories(folder);
            var readings = IntStream.range(0, 8)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> repositories.between(server.url("git"), "", "main")))
                    .toList();
            assertThat(readings)
                    .allSatisfy(reading -> assertThat(reading.join()).isInstanceOf(Reading.Read.class));
        }
    }

    @Test
    void waitsOnlySoLong() throws IOException {
        try (var server = GitOverHttp.silent()) {
            var settings = AContent.settings(folder, 10, Duration.ofSeconds(1), DataSize.ofMegabytes(1));
            assertThat(AContent.refusal(
                            new Repositories(settings, Clock.systemUTC()).between(server.url("git"), "", "main")))
                    .contains("cannot be fetched");
        }
    }
}
