package dev.slipway.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One release from its request to its end, as those see it who ask for it and decide about it. */
final class Voyage {

    private static final long PATIENCE = TimeUnit.MINUTES.toSeconds(5);

    private final Map<String, Object> request;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch approved = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String release = "";
    private volatile String state = "";
    private volatile Instant votedAt = Instant.MAX;
    private volatile Instant endedAt = Instant.MAX;

    Voyage(Map<String, Object> request) {
        this.request = request;
    }

    Map<String, Object> request() {
        return request;
    }

    String version() {
        return request.get("version").toString();
    }

    String release() {
        return release;
    }

    /** How it ended; empty before. */
    String state() {
        return state;
    }

    void open(String release) {
        this.release = release;
        opened.countDown();
    }

    void vote() {
        votedAt = Instant.now();
        approved.countDown();
    }

    void end(String state) {
        this.state = state;
        endedAt = Instant.now();
        opened.countDown();
        approved.countDown();
        ended.countDown();
    }

    void awaitOpening() throws InterruptedException {
        opened.await(PATIENCE, TimeUnit.SECONDS);
    }

    /** Waits until it is about to go to production, or has come to nothing before. */
    void awaitApproval() throws InterruptedException {
        approved.await(PATIENCE, TimeUnit.SECONDS);
    }

    /** False where it takes too long. */
    boolean awaitEnd() throws InterruptedException {
        return ended.await(PATIENCE, TimeUnit.SECONDS);
    }

    /** How long it took from the vote to its end. */
    Duration inProduction() {
        return votedAt.equals(Instant.MAX) ? Duration.ZERO : Duration.between(votedAt, endedAt);
    }
}
