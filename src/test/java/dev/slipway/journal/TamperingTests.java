package dev.slipway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Verification.Broken;
import dev.slipway.journal.Verification.Whole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class TamperingTests {

    @TempDir
    Path folder;

    @EveryDatabase
    void findsAChangedEntry(Database database) {
        var fixture = written(database);
        for (var change : new String[] {
            "payload = '{\"time\":9}'",
            "actor = 'person:eve'",
            "actor = 'nobody'",
            "act = 'test.undone'",
            "at = timestamp with time zone '2026-11-23 10:15:31+00'",
            "format = 3"
        }) {
            database.transactions().executeWithoutResult(status -> {
                tamper(database, "update journal_entry set " + change + " where chain = 'shop-1' and number = 3");
                assertThat(fixture.journal().verify("shop-1"))
                        .as(change)
                        .isEqualTo(new Broken(3, "its content does not match its hash"));
                status.setRollbackOnly();
            });
        }
        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(5));
    }

    @EveryDatabase
    void findsChangedPersonalFacts(Database database) {
        var fixture = written(database);
        fixture.did("shop-1", "test.done", Map.of(), Map.of("email", "ada@example.org"));
        tamper(database, "update journal_entry set personal = '{}' where chain = 'shop-1' and number = 6");

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(6, "its personal facts were changed"));
    }

    @EveryDatabase
    void findsPersonalFactsErasedInSecret(Database database) {
        var fixture = written(database);
        tamper(database, "update journal_entry set personal = '' where chain = 'shop-1' and number = 2");

        assertThat(fixture.journal().verify("shop-1"))
                .isEqualTo(new Broken(2, "its personal facts were removed without a record of it"));
    }

    @EveryDatabase
    void findsAMissingEntry(Database database) {
        var fixture = written(database);
        tamper(database, "delete from journal_entry where chain = 'shop-1' and number = 2");

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(2, "it is missing"));
    }

    @EveryDatabase
    void findsAMissingEnd(Database database) {
        var fixture = written(database);
        fixture.sealer(folder.resolve("key")).seal();
        tamper(database, "delete from journal_entry where chain = 'shop-1' and number > 3");

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(4, "it is missing"));
    }

    @EveryDatabase
    void findsAnEntryThatNobodyAppended(Database database) {
        var fixture = written(database);
        tamper(database, "update journal_chain set number = 4 where chain = 'shop-1'");

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(4, "it is not what the chain's head says"));
    }

    @EveryDatabase
    void findsAChangedOrder(Database database) {
        var fixture = written(database);
        tamper(database, "update journal_entry set number = 99 where chain = 'shop-1' and number = 2");
        tamper(database, "update journal_entry set number = 2 where chain = 'shop-1' and number = 3");
        tamper(database, "update journal_entry set number = 3 where chain = 'shop-1' and number = 99");

        assertThat(fixture.journal().verify("shop-1"))
                .isEqualTo(new Broken(2, "it does not follow on the entry before it"));
    }

    @EveryDatabase
    void findsAnEntryTransplantedFromAnotherChain(Database database) {
        var fixture = written(database);
        fixture.did("shop-2", 1);
        tamper(database, "delete from journal_entry where chain = 'shop-1'");
        tamper(database, "update journal_entry set chain = 'shop-1' where chain = 'shop-2'");

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(1, "its content does not match its hash"));
    }

    @EveryDatabase
    void findsAChainRewrittenWithHashesThatAgree(Database database) {
        var fixture = written(database);
        fixture.sealer(folder.resolve("key")).seal();
        forget(database);
        var forger = JournalFixture.on(database);
        forger.did("shop-1", 4);
        forger.did("shop-1", "test.forged", Map.of(), Map.of());

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(5, "it is not the entry that was sealed"));
        assertThat(fixture.journal().verifySeals())
                .isEqualTo(new Broken(1, "entry 5 of shop-1 is no longer as it was sealed"));
    }

    @EveryDatabase
    void findsAChainThatWasRemovedWithItsHead(Database database) {
        var fixture = written(database);
        fixture.sealer(folder.resolve("key")).seal();
        forget(database);

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Broken(1, "it is missing"));
    }

    private static JournalFixture written(Database database) {
        var fixture = JournalFixture.on(database);
        fixture.did("shop-1", 5);
        return fixture;
    }

    private static void forget(Database database) {
        tamper(database, "delete from journal_entry where chain = 'shop-1'");
        tamper(database, "delete from journal_chain where chain = 'shop-1'");
    }

    private static void tamper(Database database, String sql) {
        assertThat(database.jdbc().sql(sql).update()).isPositive();
    }
}
