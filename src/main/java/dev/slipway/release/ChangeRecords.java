package dev.slipway.release;

import dev.slipway.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what type of change each release is and how far it has come. */
@Service
public class ChangeRecords {

    private final ReleaseRows releases;
    private final PlanRows plans;
    private final CandidateRows candidates;
    private final ChangeRows changes;
    private final ReleaseFacts facts;
    private final Policies policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeRecords(
            ReleaseRows releases,
            PlanRows plans,
            CandidateRows candidates,
            ChangeRows changes,
            ReleaseFacts facts,
            Policies policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.plans = plans;
        this.candidates = candidates;
        this.changes = changes;
        this.facts = facts;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** Empty until the flow has asked what type it is. */
    public Optional<ChangeRecord> find(ReleaseId id) {
        return changes.find(id);
    }

    /** Those of the releases that have been classified. */
    public Map<ReleaseId, ChangeRecord> find(Collection<ReleaseId> ids) {
        return changes.find(ids).stream().collect(Collectors.toMap(ChangeRecord::release, Function.identity()));
    }

    /**
     * Asks the table {@code change-type} and keeps its answer. Asked again about the same candidate and plan it answers as before; once the change is
     * authorised its type is fixed until a new candidate makes it new.
     */
    @Transactional
    public ChangeType classify(ReleaseId id) {
        var release = releases.lock(id).orElseThrow(() -> new NoSuchElementException("there is no release " + id));
        var before = changes.find(id);
        if (before.isPresent() && isFixed(before.get(), release)) {
            return before.get().type();
        }
        var emergencyAsked = plans.of(release).emergency();
        var known = facts.of(release, candidates.of(release));
        known.put("emergency", emergencyAsked);
        var type = ChangeType.of(policies.changeType(id.value(), known));
        var now = now();
        var change =
                new ChangeRecord(id, type, type.classified(), release.candidate(), release.planVersion(), now, now);
        changes.put(change);
        events.publishEvent(new ChangeEvent.Classified(change, emergencyAsked));
        return type;
    }

    private static boolean isFixed(ChangeRecord change, Release release) {
        if (change.state() == ChangeState.NEW) {
            return false;
        }
        return change.isAbout(release) || change.state() != change.type().classified();
    }

    /** Moves a change on. What lies behind it, or is not on its type's path, changes nothing; so does a release that was never classified. */
    @Transactional
    public void move(ReleaseId id, ChangeState next) {
        changes.find(id).filter(change -> change.mayMoveTo(next)).ifPresent(change -> {
            changes.move(id, next, now());
            events.publishEvent(new ChangeEvent.Moved(id, change.type(), change.state(), next));
        });
    }

    /** What is sent back for rework is new again, and will be classified again. */
    @EventListener
    void on(ReleaseEvent.CandidateMade made) {
        if (made.number() > 1) {
            move(made.release(), ChangeState.NEW);
        }
    }

    /** A change that has touched production is closed, however it ended; one that has not is cancelled. */
    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        changes.find(concluded.release()).ifPresent(change -> {
            var ran = concluded.state() == State.RELEASED || change.state().underWay();
            move(concluded.release(), ran ? ChangeState.CLOSED : ChangeState.CANCELLED);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
