package dev.slipway.flow.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.flow.TestEngine;
import dev.slipway.flow.work.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On an engine whose job executor by itself looks once a minute. */
class AlarmTests {

    private static final Duration IN = Duration.ofSeconds(2);
    private static final Duration LONG_BEFORE_IT_LOOKS = Duration.ofSeconds(30);

    @EveryDatabase
    void aTimerFiresWhenItIsDueAlthoughNothingElseHappens(Database database) throws Exception {
        try (var node = new Node(database)) {
            var due = node.begin();
            node.awaitEnd(due, "set on this node");
        }
    }

    @EveryDatabase
    void aTimerFromBeforeARestartOrOfAnotherNodeIsFound(Database database) throws Exception {
        Instant due;
        try (var dying = new Node(database)) {
            dying.alarm.stop();
            due = dying.begin();
            dying.jobs.shutdown();
            try (var next = new Node(database)) {
                next.awaitEnd(due, "set by another node");
            }
        }
    }

    private static final class Node implements AutoCloseable {

        private final AtomicReference<ProcessEngine> engine = new AtomicReference<>();
        private final Alarm alarm = new Alarm(of(engine), Clock.systemUTC());
        private final JobExecutor jobs;

        Node(Database database) {
            var rows = new WaitingRepository(
                    new JdbcTemplate(database.dataSource()), JdbcClient.create(database.dataSource()));
            var states = new AtomicReference<>(new WaitStates(new WaitingBuffer(rows, bell(), alarm)));
            engine.set(TestEngine.on(
                    database,
                    settings -> settings.setCustomPostCommandInterceptorsTxRequired(
                            List.of(new WaitingInterceptor(of(states))))));
            var settings = (ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration();
            jobs = settings.getJobExecutor();
            jobs.setWaitTimeInMillis(60_000);
            jobs.setMaxWait(60_000);
            jobs.start();
            alarm.start();
        }

        private ProcessEngine engine() {
            return Objects.requireNonNull(engine.get());
        }

        Instant begin() throws InterruptedException {
            var process = Bpmn.createExecutableProcess("wait")
                    .startEvent()
                    .intermediateCatchEvent()
                    .timerWithDate("${due}")
                    .endEvent()
                    .done();
            engine().getRepositoryService()
                    .createDeployment()
                    .addModelInstance("wait.bpmn", process)
                    .deploy();
            // Once it has found nothing it waits for a minute.
            Thread.sleep(500);
            var due = Instant.now().plus(IN);
            engine().getRuntimeService().startProcessInstanceByKey("wait", Map.of("due", Date.from(due)));
            return due;
        }

        void awaitEnd(Instant due, String what) throws InterruptedException {
            while (engine().getRuntimeService().createProcessInstanceQuery().count() > 0) {
                assertThat(Instant.now()).isBefore(due.plus(LONG_BEFORE_IT_LOOKS));
                Thread.sleep(1);
            }
            System.out.printf(
                    "A timer %s moved %d ms after it was due%n",
                    what, Duration.between(due, Instant.now()).toMillis());
        }

        @Override
        public void close() {
            alarm.stop();
            jobs.shutdown();
            engine().close();
        }

        private static Bell bell() {
            return BeanUtils.instantiateClass(Bell.class);
        }

        private static <T> ObjectProvider<T> of(AtomicReference<T> bean) {
            return new ObjectProvider<>() {
                @Override
                public T getObject() {
                    return Objects.requireNonNull(bean.get());
                }
            };
        }
    }
}
