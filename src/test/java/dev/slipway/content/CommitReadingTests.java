package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.GitIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;

class CommitReadingTests {

    @Test
    void readsAConventionalCommit() {
        var commit = read("feat(api)!: take euros\n\nCloses #12 and PAY-7, see PAY-7.\n");

        assertThat(commit.subject()).isEqualTo("feat(api)!: take euros");
        assertThat(commit.type()).isEqualTo("feat");
        assertThat(commit.scope()).isEqualTo("api");
        assertThat(commit.breaking()).isTrue();
        assertThat(commit.issues()).containsExactly("#12", "PAY-7");
        assertThat(commit.author()).isEqualTo(new GitIdentity("Ada", "ada@example.com"));
        assertThat(commit.committer()).isEqualTo(new GitIdentity("Grace", "grace@example.com"));
        assertThat(commit.at()).isEqualTo(Instant.ofEpochSecond(1_700_000_100));
    }

    @Test
    void takesOtherSubjectsAsTheyAre() {
        for (var subject :
                new String[] {"Merge branch 'x'", "feat:no space", "see http://x", "feat(): x", "a b: c", ": x", ""}) {
            var commit = read(subject);
            assertThat(commit.type()).as(subject).isEmpty();
            assertThat(commit.scope()).isEmpty();
            assertThat(commit.subject()).isEqualTo(subject);
        }
        assertThat(read("FIX: x").type()).isEqualTo("fix");
    }

    @Test
    void seesWhatBreaksInTheFooter() {
        assertThat(read("feat: x\n\nBREAKING CHANGE: no more euros").breaking()).isTrue();
        assertThat(read("feat: x\n\nBREAKING-CHANGE: no more euros").breaking()).isTrue();
        assertThat(read("feat: x\n\nno breaking change: really").breaking()).isFalse();
        assertThat(read("feat: x\n\nThis is no BREAKING CHANGE: at all").breaking())
                .isFalse();
    }

    @Test
    void tellsIssuesFromOtherThings() {
        assertThat(read("fix: UTF-8, SHA-256, CVE-2024-1234, x#1, a/b#2, &#39; and ##3, #0, PAY-0, pay-1")
                        .issues())
                .isEmpty();
        assertThat(read("Merge feature/PAY-12-euros (#7)").issues()).containsExactly("PAY-12", "#7");
        assertThat(read("A2B-1 GH-5: x").issues()).containsExactly("A2B-1", "GH-5");
    }

    @Test
    void namesEverybodyWhoHadAHandInIt() {
        var commit = read("fix: x\n\nCo-authored-by: Joan <joan@example.com>\nco-authored-by:Alan<alan@example.com>\n"
                + "Co-Authored-By: Joan <joan@example.com>\nReviewed-by: Nobody <nobody@example.com>");

        assertThat(commit.coAuthors())
                .containsExactly(
                        new GitIdentity("Joan", "joan@example.com"), new GitIdentity("Alan", "alan@example.com"));
        assertThat(new Contents("", "main", commit.sha(), List.of(commit)).hands())
                .extracting(GitIdentity::name)
                .containsExactly("Ada", "Grace", "Joan", "Alan");
    }

    @Test
    void cutsLongSubjects() {
        var subject = read("x".repeat(400) + "😀".repeat(400)).subject();

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(500);
        assertThat(subject).endsWith("😀…");
    }

    @Test
    void bearsACommitThatNamesNobody() {
        var raw = "tree " + "0".repeat(40) + "\n\nfix: x\n";
        assertThat(new CommitReading(Mailmap.NONE).read(parse(raw)).author()).isEqualTo(new GitIdentity("", ""));
    }

    private static Commit read(String message) {
        return new CommitReading(Mailmap.NONE)
                .read(parse("tree " + "0".repeat(40) + "\nauthor Ada <ada@example.com> 1700000000 +0100\n"
                        + "committer Grace <grace@example.com> 1700000100 +0000\n\n" + message));
    }

    private static RevCommit parse(String raw) {
        return RevCommit.parse(raw.getBytes(StandardCharsets.UTF_8));
    }
}
