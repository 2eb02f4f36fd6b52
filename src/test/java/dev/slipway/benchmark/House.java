package dev.slipway.benchmark;

import dev.slipway.Slipway;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.flow.Accounts;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The whole application on a database of its own, with a catalogue and two people. */
final class House implements AutoCloseable {

    static final String MANAGER = "ada";

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static House open(Workshop workshop, Store.Address address, Statements statements, Ends ends, String... more) {
        var context = new SpringApplicationBuilder(Slipway.class)
                .initializers(starting -> prepare((GenericApplicationContext) starting, statements, ends))
                .run(arguments(workshop.folder(), address, more));
        var house = new House(context);
        house.get(Acting.class).as(Actor.SYSTEM, () -> house.furnish(workshop));
        return house;
    }

    private static String[] arguments(Path folder, Store.Address address, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + address.url(),
                "--spring.datasource.username=" + address.user(),
                "--spring.datasource.password=",
                "--logging.level.root=error",
                "--slipway.flow.processes=file:" + folder.resolve("processes"),
                "--slipway.content.artifacts=" + folder.resolve("artifacts"),
                "--slipway.content.cache=" + folder.resolve("mirrors"),
                "--slipway.journal.key=" + folder.resolve("journal.key"),
                "--slipway.checks.folder=" + folder.resolve("checks"),
                "--slipway.deployment.runs=" + folder.resolve("runs")));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static void prepare(GenericApplicationContext context, Statements statements, Ends ends) {
        context.getBeanFactory().registerSingleton("nothingOfTheTests", new NothingOfTheTests());
        context.getBeanFactory().registerSingleton("ends", ends);
        context.registerBean(NothingTarget.class);
        context.registerBean(Bystander.class);
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? statements.of(source) : bean;
            }
        });
    }

    private Applying furnish(Workshop workshop) {
        var accounts = get(Accounts.class);
        accounts.ensure(person(MANAGER, "Ada Lovelace"), MANAGER, Set.of(new GroupId("release-managers")));
        accounts.ensure(person("linus", "Linus Torvalds"), "linus", Set.of(new GroupId("developers")));
        var applying = get(Catalog.class).apply(List.of(workshop.catalogue()));
        if (applying instanceof Applying.Refused refused) {
            throw new IllegalStateException(refused.problems().toString());
        }
        return applying;
    }

    private static Person person(String id, String name) {
        return new Person(new PersonId(id), name, id + "@example.com");
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }

    /** The application as it is packaged: what tests add to its packages is left out. */
    private static final class NothingOfTheTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NothingOfTheTests;
        }

        @Override
        public int hashCode() {
            return NothingOfTheTests.class.hashCode();
        }
    }
}
