package dev.slipway.crash;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * When the application is killed, and how.
 *
 * @param occasion what is waited for first
 * @param delay milliseconds from then on
 * @param machine whether its commands die with it
 */
record Blow(Occasion occasion, int delay, boolean machine) {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    enum Occasion {
        /** A command begins to work. */
        WORK(1400),
        /** The application answers. */
        READY(5000),
        /** The application was only just started. */
        START(8000);

        private final int longest;

        Occasion(int longest) {
            this.longest = longest;
        }
    }

    static Blow random(Random random) {
        var dice = random.nextInt(10);
        var occasion = dice < 6 ? Occasion.WORK : dice < 8 ? Occasion.READY : Occasion.START;
        return new Blow(occasion, random.nextInt(occasion.longest), random.nextInt(3) == 0);
    }

    void strike(Application application, Ledger ledger) throws Exception {
        if (occasion != Occasion.START) {
            application.awaitReady();
        }
        if (occasion == Occasion.WORK) {
            awaitWork(ledger);
        }
        Thread.sleep(delay);
        if (machine) {
            ledger.cut(application.killWithCommands().stream());
        } else {
            application.kill();
        }
    }

    private static void awaitWork(Ledger ledger) throws InterruptedException {
        var before = ledger.begun();
        var deadline = System.nanoTime() + PATIENCE;
        while (ledger.begun() == before && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }
}
