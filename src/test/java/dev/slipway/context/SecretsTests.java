package dev.slipway.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private static final String VALUE = "correct horse battery staple";

    @TempDir
    Path folder;

    @EveryDatabase
    void refusesToKeepOneWithoutAKeyAndNamesTheCure(Database database) throws IOException {
        var study = study(database);

        assertThat(reason(study.secrets.write("shared", "PASSWORD", VALUE, false)))
                .contains("cannot be read", "chmod 600", "SLIPWAY_SECRETS_KEYS");
        Files.writeString(folder.resolve("secrets.key"), "k1:short");
        Files.setPosixFilePermissions(folder.resolve("secrets.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(reason(study.secrets.write("shared", "PASSWORD", VALUE, false)))
                .contains("Others may read");
        Files.setPosixFilePermissions(folder.resolve("secrets.key"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("secrets.key"), "k1:c2hvcnQ=");
        assertThat(reason(study.secrets.write("shared", "PASSWORD", VALUE, false)))
                .contains("Key k1 has 5 bytes instead of 32");
        assertThat(study.rows.newest()).isEmpty();
    }

    @EveryDatabase
    void refusesWhatIsNotListedOrTooShortAndWhoMayNot(Database database) {
        var study = study(database);
        study.keys("k1");

        assertThat(reason(study.secrets.write("shared", "OTHER", VALUE, false))).contains("has no secret OTHER");
        assertThat(reason(study.secrets.write("nothing", "PASSWORD", VALUE, false)))
                .contains("nothing has no secret");
        assertThat(reason(study.secrets.write("shared", "PASSWORD", "abc", false)))
                .contains("4 to 100000");
        study.permitted.set(false);
        assertThat(reason(study.secrets.write("shared", "PASSWORD", VALUE, false)))
                .contains("You may not");
    }

    @EveryDatabase
    void keepsItSoThatOnlyTheKeyOpensIt(Database database) {
        var study = study(database);
        study.keys("k1");

        assertThat(study.secrets.write("shared", "PASSWORD", VALUE, false)).isEqualTo(new Keeping.Kept(1));

        assertThat(open(study)).containsValue(VALUE);
        assertThat(Dump.of(database)).doesNotContain(VALUE).doesNotContain("horse");
        assertThat(database.published(ContextEvent.SecretWritten.class))
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.toString() + event.facts()).doesNotContain(VALUE));
        study.keys("k2");
        assertThat(study.secrets.open(study.resolved().snapshot()))
                .isInstanceOfSatisfying(
                        Opening.Missing.class,
                        missing -> assertThat(missing.reasons())
                                .hasSize(2)
                                .allMatch(reason ->
                                        reason.contains("encrypted with the key k1, which is not configured")));
    }

    @EveryDatabase
    void aValueCopiedToAnotherRowOpensNothing(Database database) {
        var study = study(database);
        study.keys("k1");
        study.secrets.write("shared", "PASSWORD", VALUE, false);
        study.secrets.write("shared", "TOKEN", "something else", false);

        database.jdbc()
                .sql("update context_secret set content ="
                        + " (select o.content from context_secret o where o.name = 'PASSWORD') where name = 'TOKEN'")
                .update();

        assertThat(study.secrets.open(study.resolved().snapshot()))
                .isInstanceOfSatisfying(
                        Opening.Missing.class,
                        missing -> assertThat(missing.reasons())
                                .singleElement()
                                .asString()
                                .contains("TOKEN", "altered"));
    }

    @EveryDatabase
    void anEarlierDeploymentGetsItsOwnValueUnlessThatWasRevoked(Database database) {
        var study = study(database);
        study.keys("k1");
        study.secrets.write("shared", "PASSWORD", "the first", false);
        study.secrets.write("shared", "TOKEN", "the token", false);
        var earlier = study.resolved().snapshot();
        study.secrets.write("shared", "PASSWORD", "the second", false);

        assertThat(study.resolved().digest()).isNotEqualTo(earlier.digest());
        assertThat(open(study, earlier)).containsValue("the first");
        assertThat(open(study)).containsValue("the second");

        study.secrets.write("shared", "PASSWORD", "the third", true);
        assertThat(open(study, earlier)).containsValue("the third").doesNotContainValue("the first");
        assertThat(((Opening.Opened) study.secrets.open(earlier)).notes())
                .singleElement()
                .asString()
                .contains("was revoked");
    }

    @EveryDatabase
    void exchangesTheKeyWithoutARestart(Database database) {
        var study = study(database);
        study.keys("k1");
        study.secrets.write("shared", "PASSWORD", VALUE, false);
        study.keys("k2", "k1");

        study.secrets.write("shared", "TOKEN", "new and shiny", false);
        assertThat(open(study)).containsValue(VALUE);
        assertThat(study.secrets.keys().used()).isEqualTo(Map.of("k1", 1L, "k2", 1L));

        assertThat(study.reencryption.run()).isEqualTo(1);
        assertThat(study.reencryption.run()).isZero();
        assertThat(study.secrets.keys().used()).isEqualTo(Map.of("k2", 2L));
        study.keys("k2");
        assertThat(open(study)).containsValue(VALUE).containsValue("new and shiny");
    }

    @EveryDatabase
    void anInterruptedReencryptionGoesOnWhereItWas(Database database) {
        var portions = new AtomicInteger();
        var study = new Study(database, folder, event -> {
            if (event instanceof ContextEvent.Reencrypted && portions.incrementAndGet() == 2) {
                throw new IllegalStateException("the power is cut");
            }
        });
        study.landscape();
        study.apply(Study.context("shared", "{product: payments}", "secrets: [PASSWORD, TOKEN]"));
        study.keys("k1");
        IntStream.range(0, 120).forEach(at -> study.secrets.write("shared", "PASSWORD", VALUE + at, false));
        study.keys("k2", "k1");

        assertThatThrownBy(study.reencryption::run).hasMessage("the power is cut");
        assertThat(study.secrets.keys().used()).isEqualTo(Map.of("k1", 70L, "k2", 50L));
        assertThat(study.reencryption.run()).isEqualTo(70);
        assertThat(study.secrets.keys().used()).isEqualTo(Map.of("k2", 120L));
    }

    private Study study(Database database) {
        var study = new Study(database, folder);
        study.landscape();
        study.apply(Study.context("shared", "{product: payments}", "secrets: [PASSWORD, TOKEN]"));
        return study;
    }

    private static Map<SecretReference, String> open(Study study) {
        if (study.rows.newest("shared", "TOKEN").isEmpty()) {
            study.secrets.write("shared", "TOKEN", "filled in", false);
        }
        return open(study, study.resolved().snapshot());
    }

    private static Map<SecretReference, String> open(Study study, Snapshot snapshot) {
        return ((Opening.Opened) study.secrets.open(snapshot)).values();
    }

    private static String reason(Keeping keeping) {
        return ((Keeping.Refused) keeping).flaws().get(0).reason();
    }
}
