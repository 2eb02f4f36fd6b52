package dev.slipway.benchmark;

import dev.slipway.quality.Attaching;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;

/** Brings the evidence of a release along as it is opened, and sees it end. */
final class Bystander {

    private final Quality quality;
    private final Ends ends;

    Bystander(Quality quality, Ends ends) {
        this.quality = quality;
        this.ends = ends;
    }

    @EventListener
    void on(ReleaseEvent.CandidateMade made) {
        var report = Workshop.report(made.release().value());
        var attaching = quality.attach(made.release(), "unit-tests", Evidence.Kind.JUNIT, "unit-tests.xml", report);
        if (attaching instanceof Attaching.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        ends.reached(concluded.release().value(), concluded.state().name());
    }
}
