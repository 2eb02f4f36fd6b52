package dev.slipway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The bare engine on a database of its own: the same models, nothing around them. */
final class BareHouse implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final Ends ends;
    private final AtomicInteger number = new AtomicInteger();

    private BareHouse(ConfigurableApplicationContext context, Ends ends) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
        this.ends = ends;
    }

    static BareHouse open(Workshop workshop, Store.Address address, Statements statements) throws IOException {
        var ends = new Ends();
        var context = new SpringApplicationBuilder(BareEngine.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("ends", ends);
                    starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            return bean instanceof DataSource source ? statements.of(source) : bean;
                        }
                    });
                })
                .run(
                        "--spring.datasource.url=" + address.url(),
                        "--spring.datasource.username=" + address.user(),
                        "--spring.datasource.password=",
                        "--camunda.bpm.process-engine-name=bare",
                        "--logging.level.root=error");
        var house = new BareHouse(context, ends);
        house.deploy(workshop);
        return house;
    }

    private void deploy(Workshop workshop) throws IOException {
        var deployment = engine.getRepositoryService().createDeployment().name("processes");
        for (var model : workshop.modelFiles().entrySet()) {
            deployment.addString(model.getKey(), Files.readString(model.getValue()));
        }
        deployment.deploy();
    }

    Future<String> release() {
        var key = "release-" + number.incrementAndGet();
        engine.getRuntimeService()
                .createProcessInstanceByKey("devops-release")
                .businessKey(key)
                .setVariable("releaseId", key)
                .execute();
        return ends.of(key);
    }

    ProcessEngine engine() {
        return engine;
    }

    static void letRun(ProcessEngine engine, boolean running) {
        var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (running) {
            jobs.start();
        } else {
            jobs.shutdown();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
