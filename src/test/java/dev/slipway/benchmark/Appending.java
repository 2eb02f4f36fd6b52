package dev.slipway.benchmark;

import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import dev.slipway.journal.Journal;
import dev.slipway.journal.Journaled;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Eight writers, each with one short transaction after the other: journaling an act, or inserting a plain row that says the same. */
final class Appending {

    private static final int WRITERS = 8;
    private static final int RELEASES = 200;
    private static final int AT_A_TURN = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final int TURNS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Store store;
    private final Path folder;

    Appending(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    void race(Figures figures) throws Exception {
        try (var context = open()) {
            var transactions = context.getBean(TransactionTemplate.class);
            var jdbc = context.getBean(JdbcTemplate.class);
            jdbc.execute("create table plain_entry (id bigint generated always as identity primary key,"
                    + " release varchar(200) not null, at timestamp(6) with time zone not null, actor varchar(300) not null,"
                    + " act varchar(100) not null, payload varchar not null)");
            Race.Side journal = () ->
                    rate(() -> transactions.executeWithoutResult(status -> context.publishEvent(Did.something())));
            Race.Side plain = () -> rate(() -> transactions.executeWithoutResult(status -> insert(jdbc)));
            figures.journal(store, Race.between(journal, plain, WARM_UP, TURNS, LIMIT));
        }
    }

    private Race.Window rate(Runnable append) throws Exception {
        return Crowd.rate(store, WRITERS, AT_A_TURN, writer -> {
            append.run();
            return CompletableFuture.completedFuture(writer);
        });
    }

    private static void insert(JdbcTemplate jdbc) {
        jdbc.update(
                "insert into plain_entry (release, at, actor, act, payload) values (?, ?, ?, ?, ?)",
                release(),
                new Timestamp(System.currentTimeMillis()),
                Actor.SYSTEM.toString(),
                "benchmark.done",
                Did.PAYLOAD);
    }

    private static String release() {
        return "release-" + ThreadLocalRandom.current().nextInt(RELEASES);
    }

    private ConfigurableApplicationContext open() {
        var address = store.fresh(folder);
        return new SpringApplicationBuilder(JournalAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + address.url(),
                        "--spring.datasource.username=" + address.user(),
                        "--spring.datasource.password=",
                        "--slipway.journal.key=" + folder.resolve("journal.key"),
                        "--logging.level.root=warn");
    }

    private record Did(String chain) implements Journaled {

        private static final Map<String, String> FACTS = Map.of(
                "step", "deploy",
                "activity", "Activity_DeployRelease",
                "visit", "Activity_DeployRelease:5f0fd30a-c8d2-11f0-9a2b-0242ac110002",
                "error", "",
                "reason", "");
        private static final String PAYLOAD = FACTS.toString();

        static Did something() {
            return new Did(release());
        }

        @Override
        public String act() {
            return "benchmark.done";
        }

        @Override
        public Map<String, ?> facts() {
            return FACTS;
        }
    }

    /** The journal with nothing around it. */
    @ComponentScan(basePackageClasses = Journal.class)
    @ConfigurationPropertiesScan(basePackageClasses = Journal.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class JournalAlone {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        CurrentActor actor() {
            return () -> Actor.SYSTEM;
        }
    }
}
