package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLogTests {

    private static final int COMMITS = 120;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void listsExactlyWhatGitLists(long seed) {
        var random = new Random(seed);
        var git = Git.in(folder.resolve("git"));
        git.bringIn(Story.random(random, COMMITS).text());
        var repositories = AContent.repositories(folder);

        for (var round = 0; round < 40; round++) {
            var from = "n" + (1 + random.nextInt(COMMITS));
            var to = "n" + (1 + random.nextInt(COMMITS));
            assertThat(listed(repositories.between(git.path(), from, to)))
                    .as("seed %s: %s..%s", seed, from, to)
                    .containsExactlyElementsOf(git.run("log", "--format=%H", from + ".." + to));
        }
    }

    @Test
    void listsWhatAFullHistoryHolds() {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(new Story()
                .commit("one", 5)
                .commit("two", 5, 1)
                .commit("three", 5, 1)
                .commit("other root", 5)
                .commit("all", 5, 2, 3, 4)
                .text());

        var contents = AContent.read(AContent.repositories(folder).between(git.path(), "", "n5"));

        assertThat(contents.from()).isEmpty();
        assertThat(contents.commits())
                .extracting(Commit::sha)
                .containsExactlyElementsOf(git.run("log", "--format=%H", "n5"));
    }

    @Test
    void startsFromTheTagThatGitDescribes() {
        var random = new Random(42);
        var git = Git.in(folder.resolve("git"));
        var story = new Story().commit("root", 0).tag("t1");
        for (var number = 2; number <= 40; number++) {
            story.commit("commit " + number, number * 60L, number - 1);
            if (random.nextInt(4) == 0) {
                story.annotatedTag("t" + number, number);
            }
        }
        git.bringIn(story.text());
        var repositories = AContent.repositories(folder);

        for (var number = 2; number <= 40; number++) {
            var described = git.run("describe", "--tags", "--abbrev=0", "n" + number + "^")
                    .get(0);
            var contents = AContent.read(repositories.between(git.path(), "", "n" + number));
            assertThat(contents.from()).isEqualTo(described);
            assertThat(contents.commits())
                    .extracting(Commit::sha)
                    .containsExactlyElementsOf(git.run("log", "--format=%H", described + "..n" + number));
        }
    }

    @Test
    void agreesWithGitAboutEveryMailmap() {
        var mailmap = """
                # who is who
                Ada Lovelace <ada@example.com>
                <grace@example.com> <amazing@old.example.com>
                Charles Babbage <charles@example.com> <cb@old.example.com> # his old address
                Alan Turing <alan@example.com> Enigma <shared@example.com>
                Joan Clarke <joan@example.com> JOAN <SHARED@example.com>
                Somebody Else <shared@example.com>
                <no-name@example.com> nobody <nobody@example.com>
                broken line without address
                Half <half@example.com
                Empty <> <empty@example.com>
                  Spaced Out   <spaced@example.com>   <sp@example.com>
                """;
        var people = List.of(
                "ada <ADA@example.com>",
                "Grace <amazing@old.example.com>",
                "cb <cb@old.example.com>",
                "enigma <shared@example.com>",
                "joan <Shared@Example.com>",
                "third <shared@example.com>",
                "Nobody <nobody@example.com>",
                "Half <half@example.com>",
                "Empty <empty@example.com>",
                "sp <sp@example.com>",
                "stranger <stranger@example.com>");
        var story = new Story();
        for (var number = 1; number <= people.size(); number++) {
            story.commit(people.get(number - 1), "commit", number, number == 1 ? new int[0] : new int[] {number - 1});
        }
        var git = Git.in(folder.resolve("git"));
        git.bringIn(story.file(".mailmap", mailmap).main().text());

        var contents = AContent.read(AContent.repositories(folder).between(git.path(), "", "main"));

        assertThat(contents.commits())
                .extracting(commit -> commit.author() + " / " + commit.committer())
                .containsExactlyElementsOf(git.run(
                        "-c",
                        "mailmap.blob=main:.mailmap",
                        "log",
                        "--use-mailmap",
                        "--format=%aN <%aE> / %cN <%cE>",
                        "main"));
    }

    private static List<String> listed(Reading reading) {
        return AContent.read(reading).commits().stream().map(Commit::sha).toList();
    }
}
