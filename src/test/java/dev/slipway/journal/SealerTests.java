package dev.slipway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Verification.Broken;
import dev.slipway.journal.Verification.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTests {

    @TempDir
    Path folder;

    @EveryDatabase
    void bindsTheChainsThatMovedIntoASeal(Database database) {
        var fixture = JournalFixture.on(database);
        var sealer = fixture.sealer(folder.resolve("key"));
        fixture.did("shop-1", 2);
        fixture.did("shop-2", 3);

        sealer.seal();
        sealer.seal();
        fixture.did("shop-2", 1);
        sealer.seal();

        assertThat(fixture.journal().verifySeals()).isEqualTo(new Whole(2));
        assertThat(fixture.seals.after(0, 10)).extracting(Seal::heads).containsExactly(3, 1);
        assertThat(fixture.journal().read(Journaled.SYSTEM_CHAIN, 0, 10))
                .extracting(Entry::act)
                .containsExactly("journal.key-added");
    }

    @EveryDatabase
    void findsATamperedSeal(Database database) {
        var fixture = sealedTwice(database);
        var tampering = List.of(
                List.of(
                        "update journal_seal set root = previous where number = 1",
                        "its content does not match its hash"),
                List.of(
                        "update journal_seal set signature = (select s.signature from journal_seal s where s.number = 2) where number = 1",
                        "its signature is not by the key it names"),
                List.of("update journal_key set public_key = 'bm8ga2V5'", "its signature is not by the key it names"),
                List.of(
                        "update journal_sealed_head set number = 99 where chain = 'shop-1' and seal = 1",
                        "the heads it covers were changed"),
                List.of(
                        "update journal_seal set previous = root where number = 1",
                        "it does not follow on the seal before it"),
                List.of("update journal_seal set number = 0 where number = 1", "it is missing"));
        for (var change : tampering) {
            database.transactions().executeWithoutResult(status -> {
                detach(database, change.get(0));
                assertThat(database.jdbc().sql(change.get(0)).update()).isPositive();
                assertThat(fixture.journal().verifySeals()).as(change.get(0)).isEqualTo(new Broken(1, change.get(1)));
                status.setRollbackOnly();
            });
        }
        assertThat(fixture.journal().verifySeals()).isEqualTo(new Whole(2));
    }

    @EveryDatabase
    void findsThatTheNewestSealIsMissing(Database database) {
        var fixture = sealedTwice(database);
        database.jdbc().sql("delete from journal_sealed_head where seal = 2").update();
        database.jdbc().sql("delete from journal_seal where number = 2").update();

        assertThat(fixture.journal().verifySeals()).isEqualTo(new Broken(2, "it is missing"));
    }

    @Test
    void keepsItsKeyWhereOnlyTheOwnerCanReadIt() throws IOException {
        var path = folder.resolve("deep/key");

        var made = new SealingKeyFile(path).key();
        var kept = new SealingKeyFile(path).key();

        assertThat(kept.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(SealingKey.signed(made.publicKey(), made.fingerprint(), "text", kept.sign("text")))
                .isTrue();
        assertThat(SealingKey.signed(made.publicKey(), made.fingerprint(), "other", kept.sign("text")))
                .isFalse();
    }

    @Test
    void saysWhatToDoAboutAFileThatIsNoKey() throws IOException {
        var path = Files.writeString(folder.resolve("key"), "not a key");

        assertThatIllegalStateException()
                .isThrownBy(new SealingKeyFile(path)::key)
                .withMessageContaining("SLIP-JOURNAL-03")
                .withMessageContaining("Restore it from a backup");
    }

    /** Where a key of another row would stand in the way of the tampering, that row goes first. */
    private static void detach(Database database, String change) {
        if (change.contains("set number = 0")) {
            database.jdbc().sql("delete from journal_sealed_head").update();
        }
    }

    private JournalFixture sealedTwice(Database database) {
        var fixture = JournalFixture.on(database);
        var sealer = fixture.sealer(folder.resolve("key"));
        fixture.did("shop-1", 2);
        sealer.seal();
        fixture.did("shop-1", 1);
        sealer.seal();
        return fixture;
    }
}
