package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.spi.Directory;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.journal.Journaled;
import dev.slipway.journal.Verification.Whole;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The only test of these modules that lets Spring put them together. */
class JournaledChangesTests {

    private static final Actor ROOT = Actor.person("root");

    @EveryDatabase
    void areWrittenWithTheirActorAndWithoutSecrets(Database database) {
        inContext(database, context -> {
            var acting = context.getBean(Acting.class);
            var order = new TokenOrder(
                    "ci", Set.of("read"), Set.of(), Clock.systemUTC().instant().plus(Duration.ofDays(9)));

            var issued = acting.as(ROOT, () -> {
                context.getBean(Rights.class).replace("shop", Map.of(new GroupId("qa"), Set.of(Act.HOLD_RELEASE)));
                context.getBean(ServiceAccounts.class).register("shop-ci", new GroupId("qa"));
                context.getBean(People.class).alias("root@home.org", new PersonId("root"));
                return (Issuing.Issued) context.getBean(Tokens.class).issueTo("shop-ci", order);
            });
            acting.as(
                    ROOT,
                    () -> context.getBean(Tokens.class)
                            .revoke(Actor.service("shop-ci"), issued.token().id()));

            var journal = context.getBean(Journal.class);
            var written = journal.read(Journaled.SYSTEM_CHAIN, 0, 10);
            assertThat(written)
                    .extracting(Entry::act)
                    .containsExactly(
                            "identity.grants-replaced",
                            "identity.account-registered",
                            "identity.alias-set",
                            "identity.token-issued",
                            "identity.token-revoked");
            assertThat(written).extracting(Entry::actor).containsOnly(ROOT);
            assertThat(written.toString()).doesNotContain(issued.secret());
            assertThat(written.get(0).payload())
                    .isEqualTo("{\"after\":{\"qa\":[\"HOLD_RELEASE\"]},\"before\":{},\"product\":\"shop\"}");
            assertThat(written.get(2).personal()).isEqualTo("{\"email\":\"root@home.org\"}");
            assertThat(journal.verify(Journaled.SYSTEM_CHAIN)).isEqualTo(new Whole(5));
        });
    }

    private static void inContext(Database database, Consumer<AnnotationConfigApplicationContext> work) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
            context.registerBean(JdbcClient.class, database::jdbc);
            context.registerBean(TransactionTemplate.class, database::transactions);
            context.registerBean(
                    PlatformTransactionManager.class,
                    () -> database.transactions().getTransactionManager());
            context.register(Modules.class);
            context.refresh();
            work.accept(context);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ConfigurationPropertiesScan("dev.slipway.journal")
    @ComponentScan({"dev.slipway.journal", "dev.slipway.identity"})
    static class Modules {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Directory directory() {
            return new InMemoryDirectory().with("root", "camunda-admin").with("max", "qa");
        }
    }
}
