package dev.slipway.release;

import dev.slipway.release.ReleaseEvent.Concluded;
import dev.slipway.release.ReleaseEvent.Superseded;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends releases; always called inside a transaction. */
@Component
class Ending {

    private static final int MAX_OUTCOME = 4_000;

    private final Surroundings around;
    private final ReleaseRows releases;
    private final SamenessRows sameness;
    private final EndCounts counts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ending(
            Surroundings around,
            ReleaseRows releases,
            SamenessRows sameness,
            EndCounts counts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.around = around;
        this.releases = releases;
        this.sameness = sameness;
        this.counts = counts;
        this.events = events;
        this.clock = clock;
    }

    /** Ends one release; the first end wins. */
    Release conclude(ReleaseId id, State state, String outcome) {
        if (!state.ended()) {
            throw new IllegalArgumentException(state + " is no end of a release");
        }
        var release = releases.lock(id).orElseThrow(() -> new NoSuchElementException("there is no release " + id));
        if (release.state().ended()) {
            return release;
        }
        end(release, state, outcome);
        counts.ended(release.product(), state, 1);
        return releases.find(id).orElseThrow();
    }

    /**
     * Lets a new release take over from all of its product that only wait and are not newer. They are locked, in the order of their ids, before the first
     * is ended: what an end sets free is then never waited for by one who holds another of them.
     */
    void supersede(Release by) {
        var waiting = releases.pending(by.product()).stream()
                .filter(Release::bringsSomething)
                .filter(release -> !release.id().equals(by.id()) && !VersionName.newer(release.version(), by.version()))
                .flatMap(release -> releases.lock(release.id()).stream())
                .filter(release -> !release.state().ended() && !around.moves(release.id()))
                .toList();
        waiting.forEach(release -> {
            events.publishEvent(new Superseded(release.id(), by.id()));
            end(release, State.SUPERSEDED, by.id() + " took over");
        });
        counts.ended(by.product(), State.SUPERSEDED, waiting.size());
    }

    private void end(Release release, State state, String outcome) {
        var words = outcome.length() > MAX_OUTCOME ? outcome.substring(0, MAX_OUTCOME) : outcome;
        releases.end(release.id(), state, clock.instant().truncatedTo(ChronoUnit.MICROS), words);
        if (state != State.RELEASED) {
            sameness.over(release.id());
        }
        events.publishEvent(new Concluded(release.id(), state, words));
    }
}
