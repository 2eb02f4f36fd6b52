package dev.slipway.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several callers, each of whom has one thing under way at a time. */
final class Crowd {

    private static final long PATIENCE = 60;

    private Crowd() {}

    /** Begins something for a caller; the answer comes true when it is over. */
    @FunctionalInterface
    interface Call {

        Future<?> begin(int caller) throws Exception;
    }

    /** Has so many things done and says how many that were in a second, and what each has cost. */
    static Race.Window rate(Store store, int callers, int total, Call call) throws Exception {
        var threads = Executors.newFixedThreadPool(callers);
        var left = new AtomicInteger(total);
        var cpu = cpu(store);
        var begin = System.nanoTime();
        try {
            var working = new ArrayList<Future<?>>();
            for (var number = 0; number < callers; number++) {
                var caller = number;
                working.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        call.begin(caller).get(PATIENCE, TimeUnit.SECONDS);
                    }
                    return caller;
                }));
            }
            for (var work : working) {
                work.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Race.Window(total / seconds, cpu(store).minus(cpu).toNanos() / 1e6 / total);
    }

    private static Duration cpu(Store store) {
        var ours = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return store.cpu().plusNanos(ours.getProcessCpuTime());
    }
}
