package dev.slipway.drill;

import dev.slipway.catalog.ProductKey;
import dev.slipway.policy.Fact;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import dev.slipway.release.spi.FactSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells policies how long ago going back from a product's releases was last drilled well. */
@Component
class DrillFacts implements FactSource {

    private static final int NEVER = -1;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final DrillRows rows;
    private final Clock clock;
    private final Map<ProductKey, Known> remembered = new ConcurrentHashMap<>();

    DrillFacts(DrillRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Map<Fact, Object> about(Release release, Candidate candidate) {
        return aboutProspect(release);
    }

    @Override
    public Map<Fact, Object> aboutProspect() {
        return Map.of(Fact.DAYS_SINCE_DRILL, NEVER);
    }

    @Override
    public Map<Fact, Object> aboutProspect(Release prospect) {
        var now = clock.instant();
        return Map.of(
                Fact.DAYS_SINCE_DRILL,
                lastGood(prospect.product(), now)
                        .map(at -> Math.toIntExact(Duration.between(at, now).toDays()))
                        .orElse(NEVER));
    }

    /** Half a minute late at most, where another node has seen a drill end. */
    private Optional<Instant> lastGood(ProductKey product, Instant now) {
        var known = remembered.get(product);
        if (known == null || known.at().isBefore(now.minus(FRESH))) {
            known = new Known(now, rows.lastGood(product));
            remembered.put(product, known);
        }
        return known.good();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(DrillEvent.Ended ended) {
        remembered.remove(ended.drill().product());
    }

    private record Known(Instant at, Optional<Instant> good) {}
}
