package dev.slipway.quality;

import static dev.slipway.quality.Laboratory.GREEN;
import static dev.slipway.quality.Laboratory.report;
import static dev.slipway.quality.Neighbourhood.NOW;
import static dev.slipway.quality.Neighbourhood.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

class EvidenceTests {

    private final Neighbourhood neighbours = new Neighbourhood();

    @EveryDatabase
    void keepsBytesInPiecesAndReturnsThemUnchanged(Database database) throws Exception {
        var laboratory = new Laboratory(database, neighbours);
        var content = new byte[3 * ContentRepository.PIECE + 17];
        new Random(1).nextBytes(content);

        var evidence = attached(laboratory.attach("scan", Evidence.Kind.DOCUMENT, "scan.bin", content));

        assertThat(evidence.bytes()).isEqualTo(content.length);
        assertThat(evidence.digest().hex())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(laboratory.rows("quality_chunk")).isEqualTo(4);
        try (var kept = laboratory.quality.open(evidence)) {
            assertThat(kept.readAllBytes()).isEqualTo(content);
        }
    }

    @EveryDatabase
    void readsEvidenceAsItWasAttached(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        var report = attached(laboratory.junit("unit-tests", GREEN));

        assertThat(report.by()).isEqualTo("service:build");
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.measures())
                .containsEntry("junit.tests", "3")
                .containsEntry("junit.failures", "0")
                .containsEntry("junit.skipped", "0")
                .containsEntry("junit.seconds", "0.3");
        assertThat(laboratory.quality.evidence(RELEASE)).containsExactly(report);
        assertThat(laboratory.quality.evidence(RELEASE, report.digest())).hasValue(report);
    }

    @EveryDatabase
    void listsTheNewestFirst(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        var first = attached(laboratory.document("notes", "notes.txt", "one"));
        var second = attached(laboratory.document("notes", "notes.txt", "two"));

        assertThat(laboratory.quality.evidence(RELEASE)).containsExactly(second, first);
        assertThat(laboratory.quality.standing(RELEASE).evidence()).containsExactly(second);
    }

    @EveryDatabase
    void keepsTheSameBytesOnce(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        laboratory.document("notes", "notes.txt", "same");
        laboratory.document("report", "report.txt", "same");

        assertThat(laboratory.rows("quality_content")).isEqualTo(1);
        assertThat(laboratory.rows("quality_evidence")).isEqualTo(2);
    }

    @EveryDatabase
    void changesNothingWhenTheSameIsAttachedAgain(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        var first = laboratory.junit("unit-tests", GREEN);

        assertThat(laboratory.junit("unit-tests", GREEN)).isEqualTo(first);
        assertThat(laboratory.rows("quality_evidence")).isEqualTo(1);
        assertThat(database.published()).hasSize(1);
    }

    @EveryDatabase
    void letsAnEarlierReportCountAgainWhenItIsAttachedAgain(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        laboratory.junit("unit-tests", GREEN);
        laboratory.junit("unit-tests", report("unit", 1));
        laboratory.junit("unit-tests", GREEN);

        assertThat(laboratory.rows("quality_evidence")).isEqualTo(3);
        assertThat(laboratory.rows("quality_content")).isEqualTo(2);
    }

    @EveryDatabase
    void keepsTheSameBytesOnceAlthoughManyAttachThemAtOnce(Database database) throws Exception {
        var laboratory = new Laboratory(database, neighbours);
        var barrier = new CyclicBarrier(4);
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                var content = "same " + round;
                List<Callable<Attaching>> attempts = List.of("one", "two", "three", "four").stream()
                        .<Callable<Attaching>>map(name -> () -> {
                            barrier.await();
                            return laboratory.document(name, name + ".txt", content);
                        })
                        .toList();
                for (var attempt : threads.invokeAll(attempts)) {
                    assertThat(attempt.get()).isInstanceOf(Attaching.Attached.class);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(laboratory.rows("quality_content")).isEqualTo(10);
        assertThat(laboratory.rows("quality_chunk")).isEqualTo(10);
        assertThat(laboratory.rows("quality_evidence")).isEqualTo(40);
    }

    @EveryDatabase
    void isAboutTheCandidateThatWasCurrent(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        var before = attached(laboratory.junit("unit-tests", GREEN));
        neighbours.candidate = 'b';
        var after = attached(laboratory.document("notes", "notes.txt", "new"));

        assertThat(before.candidate()).isNotEqualTo(after.candidate());
        assertThat(laboratory.quality.standing(RELEASE).evidence()).containsExactly(after);
        assertThat(laboratory.quality.evidence(RELEASE)).containsExactly(after, before);
    }

    @EveryDatabase
    void journalsWhatWasAttached(Database database) {
        new Laboratory(database, neighbours).junit("unit-tests", GREEN);

        var event = database.published(QualityEvent.Attached.class).get(0);
        assertThat(event.act()).isEqualTo("evidence.attached");
        assertThat(event.chain()).isEqualTo(RELEASE.value());
        assertThat(event.facts().keySet())
                .isEqualTo(Set.of("name", "kind", "candidate", "digest", "bytes", "measures"));
    }

    @EveryDatabase
    void takesNothingForAnEndedRelease(Database database) {
        neighbours.state = State.ROLLED_BACK;

        refuses(database, "state", "rolled back", "notes", Evidence.Kind.DOCUMENT, "notes.txt", "text");
    }

    @EveryDatabase
    void takesNothingFromWhoeverHasNoRight(Database database) {
        var laboratory = new Laboratory(database, neighbours, () -> Actor.person("mallory"));

        assertThat(laboratory.document("notes", "notes.txt", "text"))
                .isInstanceOfSatisfying(
                        Attaching.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("actor"));
        assertThat(laboratory.rows("quality_content")).isZero();
    }

    @EveryDatabase
    void knowsNoOtherRelease(Database database) {
        var laboratory = new Laboratory(database, neighbours);

        assertThat(laboratory.quality.attach(
                        new ReleaseId("other"), "notes", Evidence.Kind.DOCUMENT, "notes.txt", new byte[] {1}))
                .isEqualTo(new Attaching.Refused("release", "there is no release other"));
    }

    @EveryDatabase
    void refusesWhatIsNoJunitReport(Database database) {
        refuses(database, "content", "is not what it says", "unit", Evidence.Kind.JUNIT, "unit.xml", "<html/>");
    }

    @EveryDatabase
    void refusesAFileThatIsNotWhatItsEndingSays(Database database) {
        refuses(database, "content", "is no PDF", "report", Evidence.Kind.DOCUMENT, "report.pdf", "<html/>");
    }

    @EveryDatabase
    void refusesAnUnusableName(Database database) {
        for (var name : List.of("", "Unit Tests", "-x", "x-", "a/b", "x".repeat(101))) {
            refuses(database, "name", "use lower-case letters", name, Evidence.Kind.DOCUMENT, "notes.txt", "text");
        }
    }

    @EveryDatabase
    void refusesAFileNameWithAPath(Database database) {
        for (var fileName : List.of("", " ", "../notes.txt", "c:\\notes.txt", "a\nb", "x".repeat(201))) {
            refuses(database, "fileName", "is no file name", "notes", Evidence.Kind.DOCUMENT, fileName, "text");
        }
    }

    @EveryDatabase
    void refusesAnEmptyDocument(Database database) {
        refuses(database, "content", "is empty", "notes", Evidence.Kind.DOCUMENT, "notes.txt", "");
    }

    @EveryDatabase
    void refusesWhatIsTooLarge(Database database) {
        var laboratory = new Laboratory(database, neighbours);
        var content = new byte[Submission.LARGEST + 1];

        assertThat(laboratory.attach("notes", Evidence.Kind.DOCUMENT, "notes.bin", content))
                .isInstanceOfSatisfying(
                        Attaching.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }

    private void refuses(
            Database database,
            String field,
            String reason,
            String name,
            Evidence.Kind kind,
            String fileName,
            String content) {
        var laboratory = new Laboratory(database, neighbours);
        assertThat(laboratory.attach(name, kind, fileName, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Attaching.Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.reason()).contains(reason);
                });
        assertThat(laboratory.rows("quality_content")).isZero();
        assertThat(laboratory.rows("quality_evidence")).isZero();
        assertThat(database.published()).isEmpty();
    }

    private static Evidence attached(Attaching attaching) {
        return ((Attaching.Attached) attaching).evidence();
    }
}
