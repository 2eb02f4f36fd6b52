package dev.slipway.flow.work;

import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the visits of a release that has ended, those that were interrupted among them. */
@Component
class Forgetting {

    private final VisitRepository visits;

    Forgetting(VisitRepository visits) {
        this.visits = visits;
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        visits.forget(concluded.release());
    }
}
