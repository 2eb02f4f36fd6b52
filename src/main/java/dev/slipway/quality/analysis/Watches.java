package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows which release is being watched where, and whether an alert has fired meanwhile. */
@Service
public class Watches {

    private final WatchRepository rows;
    private final Neighbours neighbours;
    private final Clock clock;

    Watches(WatchRepository rows, Neighbours neighbours, Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /**
     * Begins to watch; safe to repeat. It lasts until the release is watched anew there or ends, also while a person decides. An alert that was heard between
     * two watches ends the second.
     *
     * @param moved when the release first came there; alerts that are older are none of its doing
     */
    @Transactional
    public void begin(String visit, ReleaseId release, EnvironmentKey environment, Instant moved) {
        if (rows.find(visit).isEmpty()) {
            var now = clock.instant();
            var heard = rows.open(release)
                    .filter(watch -> watch.environment().equals(environment.value()))
                    .map(WatchRepository.Row::alarm)
                    .filter(words -> !words.isEmpty())
                    .findFirst();
            rows.end(release, environment.value(), now);
            rows.insert(visit, neighbours.release(release).orElseThrow(), environment.value(), moved, now);
            heard.ifPresent(words -> rows.alarm(visit, words));
        }
    }

    /** The alert that ended the watch, in words; where it has not begun, it is begun first. */
    public Optional<String> alarm(String visit, Runnable begin) {
        var known = rows.find(visit);
        if (known.isEmpty()) {
            begin.run();
        }
        return known.or(() -> rows.find(visit)).map(WatchRepository.Row::alarm).filter(words -> !words.isEmpty());
    }

    /** The alert that ended what is still being watched of the release. */
    public Optional<String> alarm(ReleaseId release) {
        return rows.open(release)
                .map(WatchRepository.Row::alarm)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        rows.end(concluded.release(), "", clock.instant());
    }
}
