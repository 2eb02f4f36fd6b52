package dev.slipway.journal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.JournalFixture.Did;
import dev.slipway.journal.Verification.Whole;
import java.time.Instant;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTests {

    @EveryDatabase
    void writesTheEntryWithTheAct(Database database) {
        var fixture = JournalFixture.on(database);
        fixture.did(
                "shop-1", "release.held", Map.of("reason", "freeze", "days", 2), Map.of("email", "ada@example.org"));

        assertThat(fixture.journal().read("shop-1", 0, 10)).singleElement().satisfies(written -> {
            assertThat(written.number()).isEqualTo(1);
            assertThat(written.at()).isEqualTo("2026-11-23T10:15:30.123456Z");
            assertThat(written.actor()).isEqualTo(Actor.person("ada"));
            assertThat(written.act()).isEqualTo("release.held");
            assertThat(written.payload()).isEqualTo("{\"days\":2,\"reason\":\"freeze\"}");
            assertThat(written.personal()).isEqualTo("{\"email\":\"ada@example.org\"}");
            assertThat(written.previous()).isEqualTo("0".repeat(64));
        });
        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(1));
    }

    @EveryDatabase
    void writesNothingWhereTheActIsRolledBack(Database database) {
        var fixture = JournalFixture.on(database);
        database.transactions().executeWithoutResult(status -> {
            fixture.events().publishEvent(new Did("shop-1", "release.held", Map.of(), Map.of()));
            status.setRollbackOnly();
        });

        assertThat(fixture.journal().read("shop-1", 0, 10)).isEmpty();
        assertThat(database.jdbc()
                        .sql("select count(*) from journal_chain")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @EveryDatabase
    void goesOnWhereAnotherNodeHasLeftTheChain(Database database) {
        var one = JournalFixture.on(database);
        var other = JournalFixture.on(database);
        one.did("shop-1", 2);
        other.did("shop-1", 2);
        one.did("shop-1", 2);

        assertThat(one.journal().verify("shop-1")).isEqualTo(new Whole(6));
    }

    @EveryDatabase
    void goesOnWhereARollbackHasLeftTheChain(Database database) {
        var fixture = JournalFixture.on(database);
        fixture.did("shop-1", 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transactions().executeWithoutResult(status -> {
                    publish(fixture, "test.taken-back");
                    beforeCommit(Ordered.LOWEST_PRECEDENCE, () -> {
                        throw new IllegalStateException("after it was written");
                    });
                }));
        fixture.did("shop-1", 1);

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(2));
    }

    @EveryDatabase
    void forgetsWhatASavepointTookBack(Database database) {
        var fixture = JournalFixture.on(database);
        database.transactions().executeWithoutResult(outer -> {
            fixture.events().publishEvent(new Did("shop-1", "test.kept", Map.of(), Map.of()));
            nested(database, TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> {
                fixture.events().publishEvent(new Did("shop-1", "test.taken-back", Map.of(), Map.of()));
                inner.setRollbackOnly();
            });
        });

        assertThat(fixture.journal().read("shop-1", 0, 10))
                .extracting(Entry::act)
                .containsExactly("test.kept");
    }

    @EveryDatabase
    void keepsTheEntriesOfTransactionsApart(Database database) {
        var fixture = JournalFixture.on(database);
        database.transactions().executeWithoutResult(outer -> {
            fixture.events().publishEvent(new Did("shop-1", "test.outer", Map.of(), Map.of()));
            nested(database, TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                    .executeWithoutResult(inner ->
                            fixture.events().publishEvent(new Did("shop-1", "test.inner", Map.of(), Map.of())));
            outer.setRollbackOnly();
        });

        assertThat(fixture.journal().read("shop-1", 0, 10))
                .extracting(Entry::act)
                .containsExactly("test.inner");
    }

    @EveryDatabase
    void writesAfterEverythingElseThatTheTransactionWrites(Database database) {
        var fixture = JournalFixture.on(database);
        database.transactions().executeWithoutResult(status -> {
            publish(fixture, "test.first");
            beforeCommit(0, () -> {
                assertThat(fixture.journal().read("shop-1", 0, 10)).isEmpty();
                publish(fixture, "test.second");
            });
            beforeCommit(Ordered.LOWEST_PRECEDENCE, () -> publish(fixture, "test.third"));
        });

        assertThat(fixture.journal().read("shop-1", 0, 10))
                .extracting(Entry::act)
                .containsExactly("test.first", "test.second", "test.third");
        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(3));
    }

    @EveryDatabase
    void refusesAnActAfterTheCommit(Database database) {
        var fixture = JournalFixture.on(database);

        assertThatIllegalStateException()
                .isThrownBy(() -> database.transactions().executeWithoutResult(status -> {
                    publish(fixture, "test.first");
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            publish(fixture, "test.late");
                        }
                    });
                }))
                .withMessageContaining("test.late on shop-1")
                .withMessageContaining("in a new transaction");
    }

    @EveryDatabase
    void refusesAnActOutsideATransaction(Database database) {
        var fixture = JournalFixture.on(database);

        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.events().publishEvent(new Did("shop-1", "release.held", Map.of(), Map.of())))
                .withMessageContaining("release.held on shop-1")
                .withMessageContaining("@Transactional");
    }

    @EveryDatabase
    void readsPageByPageAndNewestFirst(Database database) {
        var fixture = JournalFixture.on(database);
        fixture.did("shop-1", 5);
        fixture.did("shop-2", 1);

        assertThat(fixture.journal().read("shop-1", 2, 2))
                .extracting(Entry::number)
                .containsExactly(3L, 4L);
        assertThat(fixture.journal().latest("shop-1", 2))
                .extracting(Entry::number)
                .containsExactly(5L, 4L);
        assertThat(fixture.journal().verify("unheard-of")).isEqualTo(new Whole(0));
    }

    @EveryDatabase
    void erasesPersonalFactsAndStaysWhole(Database database) {
        var fixture = JournalFixture.on(database);
        fixture.did("shop-1", "test.done", Map.of("a", 1), Map.of("email", "ada@example.org"));
        fixture.did("shop-1", "test.done", Map.of("a", 2), Map.of());

        assertThat(erase(database, fixture, 1)).isTrue();
        assertThat(erase(database, fixture, 1)).isFalse();
        assertThat(erase(database, fixture, 2)).isFalse();

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(3));
        assertThat(fixture.journal().read("shop-1", 0, 1)).singleElement().satisfies(erased -> {
            assertThat(erased.payload()).isEqualTo("{\"a\":1}");
            assertThat(erased.personal()).isEmpty();
        });
        var record =
                new CanonicalJson(fixture.journal().latest("shop-1", 1).get(0).payload());
        assertThat(record.members()).containsOnly(entry("number", 1), entry("reason", "asked for by Ada"));
    }

    private static Boolean erase(Database database, JournalFixture fixture, long number) {
        return database.transactions()
                .execute(status -> fixture.journal().erasePersonal("shop-1", number, "asked for by Ada"));
    }

    private static TransactionTemplate nested(Database database, int propagation) {
        var template = new TransactionTemplate(database.transactions().getTransactionManager());
        template.setPropagationBehavior(propagation);
        return template;
    }

    /** Then, every entry had a salt. */
    @EveryDatabase
    void takesEntriesOfTheFirstFormatAsTheyAre(Database database) {
        var fixture = JournalFixture.on(database);
        var hash = new Hash()
                .add(1)
                .add("shop-1")
                .add(1)
                .add(Hash.NONE)
                .add(Instant.parse("2026-11-23T10:15:30Z"))
                .add("person:ada")
                .add("test.done")
                .add(Hash.of("{\"time\":1}"))
                .add(Hash.of("ab{}"))
                .hex();
        database.jdbc().sql("""
                        insert into journal_entry (chain, number, format, at, actor, act, payload, personal, personal_salt,
                            personal_hash, previous, hash)
                        values ('shop-1', 1, 1, timestamp with time zone '2026-11-23 10:15:30+00', 'person:ada', 'test.done',
                            '{"time":1}', '{}', 'ab', ?, ?, ?)""").params(Hash.of("ab{}"), Hash.NONE, hash).update();

        fixture.did("shop-1", "test.done", Map.of(), Map.of());

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(2));
    }

    private static void publish(JournalFixture fixture, String act) {
        fixture.events().publishEvent(new Did("shop-1", act, Map.of(), Map.of()));
    }

    private static void beforeCommit(int order, Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return order;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }
}
