package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class RepositoriesTests {

    private static final String STORY = new Story()
            .commit("feat: one", 0)
            .tag("v1.0.0")
            .commit("feat: two", 10, 1)
            .annotatedTag("v1.1.0", 2)
            .commit("fix: three", 20, 2)
            .tag("v1.1.1")
            .main()
            .text();

    @TempDir
    Path folder;

    @Test
    void readsBetweenTagsBranchesAndCommits() {
        var git = git();
        var repositories = AContent.repositories(folder);
        var third = git.run("rev-parse", "n3").get(0);

        for (var to :
                new String[] {"v1.1.1", "main", "refs/heads/main", "tags/v1.1.1", "HEAD", third, third.substring(0, 9)
                }) {
            var contents = AContent.read(repositories.between(git.path(), "v1.0.0", to));
            assertThat(contents.commits())
                    .as(to)
                    .extracting(Commit::subject)
                    .containsExactly("fix: three", "feat: two");
            assertThat(contents.commit()).isEqualTo(third);
            assertThat(contents.to()).isEqualTo(to);
        }
        assertThat(AContent.read(repositories.between(git.path(), "main", "main"))
                        .commits())
                .isEmpty();
    }

    @Test
    void startsAfterTheNewestTagBeforeItsOwn() {
        var git = git();
        var contents = AContent.read(AContent.repositories(folder).between(git.path(), "", "v1.1.1"));

        assertThat(contents.from()).isEqualTo("v1.1.0");
        assertThat(contents.commits()).extracting(Commit::subject).containsExactly("fix: three");
        assertThat(AContent.read(AContent.repositories(folder).between(git.path(), "", "v1.0.0"))
                        .from())
                .isEmpty();
    }

    @Test
    void readsAWorkTreeAndAFileUrl() {
        var git = git();
        git.run("clone", "--quiet", git.path(), folder.resolve("work").toString());
        var repositories = AContent.repositories(folder);

        for (var place : new String[] {
            folder.resolve("work").toString(), folder.resolve("git").toUri().toString()
        }) {
            assertThat(AContent.read(repositories.between(place, "v1.0.0", "main"))
                            .commits())
                    .hasSize(2);
        }
    }

    @Test
    void namesTheCure() throws Exception {
        var git = git();
        var repositories = AContent.repositories(folder);
        Files.createDirectories(folder.resolve("git/objects/no-repository"));

        assertThat(AContent.refusal(repositories.between(git.path(), "", "1.1.1")))
                .isEqualTo("revision: there is no tag, branch or commit '1.1.1'; did you mean v1.1.1 or v1.1.0?");
        assertThat(AContent.refusal(repositories.between(git.path(), "vv1.0.0", "main")))
                .startsWith("from: there is no tag");
        assertThat(AContent.refusal(repositories.between(git.path(), "", "0".repeat(40))))
                .startsWith("revision: ");
        assertThat(AContent.refusal(repositories.between(folder.resolve("gone").toString(), "", "main")))
                .startsWith("repository: there is no Git repository at ");
        assertThat(AContent.refusal(repositories.between(
                        folder.resolve("git/objects/no-repository").toString(), "", "main")))
                .startsWith("repository: there is no Git repository at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext::sh -c touch% /tmp/x",
                "ext://sh",
                "--upload-pack=touch x",
                "ftp://example.com/x.git",
                "file://host/x",
                "ssh://-oProxyCommand=touch/x",
                "http:///x.git",
                "jar:file:/x",
                "host:path",
                "",
                "a\nb",
                "git@host:-x",
                "http://[bad/x"
            })
    void refusesWhatIsNoRepository(String repository) {
        assertThat(AContent.refusal(AContent.repositories(folder).between(repository, "", "main")))
                .startsWith("repository: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--all",
                "../../config",
                "config",
                "HEAD~1",
                "main^{tree}",
                "@{-1}",
                ":/fix",
                "main:file",
                "",
                "v1.0.0..main",
                "a b",
                "refs/",
                "ORIG_HEAD"
            })
    void refusesWhatIsNoName(String name) {
        var git = git();
        assertThat(AContent.refusal(AContent.repositories(folder).between(git.path(), "v1.0.0", name)))
                .startsWith("revision: ");
    }

    @Test
    void readsOnlySoManyCommits() {
        var git = git();
        var settings = AContent.settings(folder, 1, Duration.ofSeconds(5), DataSize.ofMegabytes(1));
        var repositories = new Repositories(settings, Clock.systemUTC());

        assertThat(AContent.read(repositories.between(git.path(), "v1.0.0", "main"))
                        .commits())
                .extracting(Commit::subject)
                .containsExactly("fix: three");
        assertThat(AContent.read(repositories.between(git.path(), "", "v1.0.0")).commits())
                .hasSize(1);
    }

    @Test
    void neverShowsWhoSignsIn() {
        for (var url : new String[] {
            "http://ci:s3cret@127.0.0.1:1/x.git", "http://s3cret@127.0.0.1:1/x.git", "git://ci:s3cret@127.0.0.1:1/x.git"
        }) {
            assertThat(AContent.refusal(AContent.repositories(folder).between(url, "", "main")))
                    .contains("cannot be fetched")
                    .contains("127.0.0.1")
                    .doesNotContain("s3cret");
        }
    }

    private Git git() {
        var git = Git.in(folder.resolve("git"));
        git.bringIn(STORY);
        return git;
    }
}
