package dev.slipway.release;

import dev.slipway.identity.Act;
import dev.slipway.release.ReleaseEvent.CancelRequested;
import dev.slipway.release.ReleaseEvent.Held;
import dev.slipway.release.ReleaseEvent.Resumed;
import dev.slipway.release.ReleaseEvent.RollBackRequested;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts releases on hold, lets them go on, and asks them to stop for good. */
@Component
class Stopping {

    private final Guarded guarded;
    private final ReleaseRows releases;
    private final ChangeRows changes;
    private final ApplicationEventPublisher events;

    Stopping(Guarded guarded, ReleaseRows releases, ChangeRows changes, ApplicationEventPublisher events) {
        this.guarded = guarded;
        this.releases = releases;
        this.changes = changes;
        this.events = events;
    }

    Change hold(ReleaseId id, String reason) {
        return guarded.change(id, Act.HOLD_RELEASE, "hold", Optional.of(reason), release -> {
            var held = release.heldBecause();
            if (held != null) {
                return held.equals(reason)
                        ? new Change.Made(release)
                        : new Change.Refused(Flaw.STATE, id + " is on hold already: " + held);
            }
            var cancelled = releases.cancelReason(id);
            if (cancelled.isPresent()) {
                return new Change.Refused(Flaw.STATE, id + " is being cancelled: " + cancelled.get());
            }
            releases.hold(id, reason);
            events.publishEvent(new Held(id, reason));
            return made(id);
        });
    }

    Change resume(ReleaseId id) {
        return guarded.change(id, Act.HOLD_RELEASE, "resume", Optional.empty(), release -> {
            if (release.heldBecause() == null) {
                return new Change.Refused(Flaw.STATE, id + " is not on hold; there is nothing to resume.");
            }
            releases.resume(id);
            events.publishEvent(new Resumed(id));
            return made(id);
        });
    }

    /** A release on hold goes on first, so that its flow can hear of it. */
    Change cancel(ReleaseId id, String reason) {
        return guarded.change(id, Act.CANCEL_RELEASE, "cancel", Optional.of(reason), release -> {
            var cancelled = releases.cancelReason(id);
            if (cancelled.isPresent()) {
                return cancelled.get().equals(reason)
                        ? new Change.Made(release)
                        : new Change.Refused(Flaw.STATE, id + " is being cancelled already: " + cancelled.get());
            }
            if (isToBeReviewed(id)) {
                return new Change.Refused(
                        Flaw.STATE,
                        id + " is an emergency that has begun to change production without anybody's approval: it is"
                                + " reviewed, not cancelled. Ask the reviewers to reject it, and it can be rolled back.");
            }
            releases.requestCancel(id, reason);
            if (release.heldBecause() != null) {
                events.publishEvent(new Resumed(id));
            }
            events.publishEvent(new CancelRequested(id, reason));
            return made(id);
        });
    }

    /** A release on hold goes on first, so that its flow can hear of it. Nothing but a reason is needed: going back is never kept waiting. */
    Change rollBack(ReleaseId id, String reason) {
        return guarded.change(id, Act.ROLL_BACK, "roll back", Optional.of(reason), release -> {
            if (!release.bringsSomething()) {
                return new Change.Refused(
                        Flaw.STATE, id + " takes something back itself. Cancel it, if it is to stop.");
            }
            var goingBack = releases.rollBackReason(id);
            if (goingBack.isPresent()) {
                return goingBack.get().equals(reason)
                        ? new Change.Made(release)
                        : new Change.Refused(Flaw.STATE, id + " is being rolled back already: " + goingBack.get());
            }
            var cancelled = releases.cancelReason(id);
            if (cancelled.isPresent()) {
                return new Change.Refused(Flaw.STATE, id + " is being cancelled: " + cancelled.get());
            }
            releases.requestRollBack(id, reason);
            if (release.heldBecause() != null) {
                events.publishEvent(new Resumed(id));
            }
            events.publishEvent(new RollBackRequested(id, reason));
            return made(id);
        });
    }

    private boolean isToBeReviewed(ReleaseId id) {
        return changes.find(id)
                .filter(change -> change.type() == ChangeType.EMERGENCY)
                .filter(change -> change.state().underWay())
                .isPresent();
    }

    private Change made(ReleaseId id) {
        return new Change.Made(releases.find(id).orElseThrow());
    }
}
