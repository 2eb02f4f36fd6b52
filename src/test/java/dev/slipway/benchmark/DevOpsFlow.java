package dev.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.work.Worker;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import dev.slipway.release.Delivery;
import dev.slipway.release.Opening;
import dev.slipway.release.Plan;
import dev.slipway.release.Releases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;

/** The DevOps flow from its opening to its end, through Slipway and on the bare engine. */
final class DevOpsFlow {

    private static final int AT_A_TURN = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(100);
    private static final int TURNS = 7;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Store store;
    private final Workshop workshop;
    private final Ends ends = new Ends();
    private final Statements ours = new Statements();
    private final Statements bares = new Statements();
    private final AtomicInteger version = new AtomicInteger();

    DevOpsFlow(Store store, Workshop workshop) {
        this.store = store;
        this.workshop = workshop;
    }

    void race(Figures figures) throws Exception {
        try (var house = House.open(workshop, store.fresh(workshop.folder()), ours, ends);
                var bare = BareHouse.open(workshop, store.fresh(workshop.folder()), bares)) {
            var worker = house.get(Worker.class);
            var engine = house.get(ProcessEngine.class);
            worker.stop();
            BareHouse.letRun(engine, false);
            BareHouse.letRun(bare.engine(), false);
            Race.Side slipway = () -> {
                BareHouse.letRun(engine, true);
                worker.start();
                try {
                    return Crowd.rate(store, Workshop.PRODUCTS, AT_A_TURN, caller -> release(house, caller));
                } finally {
                    worker.stop();
                    BareHouse.letRun(engine, false);
                }
            };
            Race.Side plain = () -> {
                BareHouse.letRun(bare.engine(), true);
                var empty = EmptyWorker.start(bare.engine().getExternalTaskService());
                try {
                    return Crowd.rate(store, Workshop.PRODUCTS, AT_A_TURN, caller -> bare.release());
                } finally {
                    empty.stop();
                    BareHouse.letRun(bare.engine(), false);
                }
            };
            figures.flow(store, Race.between(slipway, plain, WARM_UP, TURNS, LIMIT));
            figures.statements(store, AT_A_TURN, counted(ours, slipway), counted(bares, plain));
            figures.detail(store + ", statements of Slipway for each release", ours.ranking(AT_A_TURN));
            figures.detail(store + ", statements of the bare engine for each release", bares.ranking(AT_A_TURN));
        }
    }

    private static Statements.Count counted(Statements statements, Race.Side side) {
        return statements.during(() -> {
            try {
                side.run();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private Future<String> release(House house, int product) {
        var plan = Plan.of(Workshop.product(product), "1.0." + version.incrementAndGet())
                .contents("v1", "v11")
                .artifacts(List.of(workshop.artifact(product)))
                .objectives("Customers pay by bank transfer.")
                .delivery(new Delivery("all-at-once", List.of()))
                .build();
        var opening = house.get(Acting.class)
                .as(Actor.person(House.MANAGER), () -> house.get(Releases.class).open(plan, "key-" + plan.version()));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ends.of(((Opening.Opened) opening).release().id().value());
    }
}
