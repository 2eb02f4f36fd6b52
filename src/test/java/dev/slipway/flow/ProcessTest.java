package dev.slipway.flow;

import dev.slipway.SlipwayTest;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole application with a product of its own for every test. */
@SlipwayTest
abstract class ProcessTest {

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    RunningFlows flows;
    TestProduct product;

    @BeforeEach
    void makeProduct() {
        flows = RunningFlows.in(context);
        product = product("p" + UUID.randomUUID().toString().substring(0, 8));
        BpmnAwareTests.init(flows.engine);
    }

    TestProduct product(String key) {
        return new TestProduct(key, "devops-release", folder, "staging", "production");
    }

    /** Asserts keep the first engine that a thread saw. */
    @AfterEach
    void tidy() {
        BpmnAwareTests.reset();
        product.close();
    }

    /** Opens a release whose production operations has to approve, and goes there. */
    ReleaseId waitingForApproval(String version) {
        flows.apply(product.critical());
        var id = flows.open(product.version(version));
        flows.go(id);
        return id;
    }

    /** Brings a version into production without anybody. */
    ReleaseId released(String version) {
        flows.apply(product);
        var id = flows.open(product.version(version));
        flows.go(id);
        flows.letTheWatchPass(id);
        return id;
    }

    void cancel(ReleaseId id, String reason) {
        flows.as(Actor.person("rita"), () -> flows.bean(Releases.class).cancel(id, reason));
        flows.go(id);
    }

    void hold(ReleaseId id) {
        flows.as(Actor.person("rita"), () -> flows.bean(Releases.class).hold(id, "wait a moment"));
    }

    void resume(ReleaseId id) {
        flows.as(Actor.person("rita"), () -> flows.bean(Releases.class).resume(id));
        flows.go(id);
    }

    /** What the person who has this task is shown. */
    String summary(ReleaseId id, String activity) {
        var task = flows.task(id, activity);
        return flows.engine
                .getTaskService()
                .getVariableLocal(task.getId(), "summary")
                .toString();
    }
}
