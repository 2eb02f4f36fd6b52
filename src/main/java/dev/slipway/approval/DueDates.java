package dev.slipway.approval;

import dev.slipway.approval.spi.Sittings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps a request from falling due before the meeting that is to decide about it: it is due when its rules say, or some time after the meeting has begun,
 * whichever is later. Where no meeting is left, the rules hold again, but nobody loses the time that they would have had after a meeting now. Escalation
 * keeps its distance. What is due now stays due: the timer that ends the vote may have fired already, and whoever settles the request would find it open for
 * longer. Always called inside a transaction, with the request locked or not yet seen by anybody.
 */
@Component
class DueDates {

    /** Longer than it takes to move the timer once the clock has been read. */
    private static final Duration TOO_LATE = Duration.ofSeconds(2);

    private final DueRows rows;
    private final List<Sittings> sittings;
    private final ApprovalProperties settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DueDates(
            DueRows rows,
            List<Sittings> sittings,
            ApprovalProperties settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sittings = sittings;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** A request that has just been opened, and may be on an agenda by now. */
    KeptApproval opened(KeptApproval kept) {
        var meeting = meeting(kept.approval());
        return meeting.isEmpty() ? kept : move(kept, kept.approval().due(), meeting);
    }

    /** A request whose meeting was planned, moved or called off. */
    KeptApproval again(KeptApproval kept) {
        var time = Duration.between(clock.instant(), kept.approval().due());
        return kept.approval().settled() == null && time.compareTo(TOO_LATE) > 0
                ? move(kept, rows.byRules(kept.approval().id()), meeting(kept.approval()))
                : kept;
    }

    private KeptApproval move(KeptApproval kept, Instant byRules, Optional<Instant> meeting) {
        var approval = kept.approval();
        var due = due(approval.due(), byRules, meeting);
        if (due.equals(approval.due())) {
            return kept;
        }
        var escalateAt = approval.times().escalateAt().plus(Duration.between(approval.due(), due));
        rows.move(approval.id(), due, escalateAt);
        var moved = kept.due(due, escalateAt);
        events.publishEvent(new ApprovalEvent.DueMoved(moved.approval(), approval.due(), meeting.orElse(null)));
        return moved;
    }

    private Instant due(Instant now, Instant byRules, Optional<Instant> meeting) {
        var after = meeting.map(start -> start.plus(settings.afterMeeting()))
                .orElseGet(() -> earlier(
                        now, clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.afterMeeting())));
        return byRules.isAfter(after) ? byRules : after;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<Instant> meeting(Approval approval) {
        return sittings.stream()
                .flatMap(known -> known.of(approval.id()).stream())
                .max(Comparator.<Instant>naturalOrder());
    }
}
