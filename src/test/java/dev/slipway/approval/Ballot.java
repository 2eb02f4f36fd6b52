package dev.slipway.approval;

import static dev.slipway.approval.Neighbourhood.NOW;
import static dev.slipway.approval.Neighbourhood.RELEASE;
import static java.util.Objects.requireNonNull;

import dev.slipway.Database;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The module on a real database, among neighbours that a test describes; every call is a transaction, as in the application. */
class Ballot {

    final Database database;
    final Approvals approvals;
    private final ConflictRows conflicts;
    private final Withdrawals withdrawals;

    Instant now = NOW;

    /** When the meeting begins that is to decide; null where none is planned. */
    @Nullable
    Instant meeting;

    Ballot(Database database, Neighbourhood neighbours) {
        this(database, neighbours, () -> Actor.SYSTEM);
    }

    Ballot(Database database, Neighbourhood neighbours, CurrentActor actor) {
        var repository = new ApprovalRepository(
                database.jdbc(), requireNonNull(database.transactions().getTransactionManager()));
        InstantSource source = () -> now;
        var clock = source.withZone(ZoneOffset.UTC);
        var conflicts = new ConflictRows(database.jdbc());
        var exclusions = new Exclusions(neighbours, conflicts);
        var dueDates = new DueDates(
                new DueRows(database.jdbc()),
                List.of(approval -> Optional.ofNullable(meeting)),
                new ApprovalProperties(Duration.ofDays(1)),
                database.events(),
                clock);
        var electorates = new Electorates(neighbours, exclusions);
        this.database = database;
        this.conflicts = conflicts;
        this.approvals = new Approvals(
                repository,
                new Requests(
                        repository,
                        neighbours,
                        exclusions,
                        new Carrying(repository, neighbours, exclusions),
                        dueDates,
                        database.events(),
                        clock),
                neighbours,
                new Objections(neighbours, exclusions, electorates),
                new Reachability(electorates),
                new Outlook(neighbours, exclusions),
                new Calling(repository, neighbours, exclusions, electorates, actor, dueDates, database.events(), clock),
                actor,
                database.events(),
                clock);
        this.withdrawals = new Withdrawals(repository, approvals);
    }

    Approval open() {
        return open("visit-1");
    }

    Approval open(String visit) {
        return in(() -> approvals.open(RELEASE, "qa-sign-off", visit));
    }

    Voting approve(Approval approval, int seat, String person) {
        return vote(approval, seat, person, Decision.APPROVE, "");
    }

    Voting vote(Approval approval, int seat, String person, Decision decision, String comment) {
        return in(() -> approvals.vote(approval.id(), seat, new PersonId(person), decision, comment));
    }

    Approval.Outcome settle(Approval approval) {
        return in(() -> approvals.settle(approval.id()));
    }

    /** The release ends: its state is changed by then. */
    void concluded(State state) {
        database.transactions()
                .executeWithoutResult(status -> withdrawals.on(new ReleaseEvent.Concluded(RELEASE, state, "")));
    }

    Optional<String> objection(Approval approval, int seat, String person) {
        return approvals.objection(approval.id(), seat, new PersonId(person));
    }

    void end(Conflict conflict) {
        in(() -> conflicts.end(conflict.id(), NOW));
    }

    /** Two who must not decide together, or one who must not decide at all. */
    Conflict conflict(String person, @Nullable String other) {
        return in(() -> conflicts.insert(
                new PersonId(person), other == null ? null : new PersonId(other), null, "cousins", "person:root", NOW));
    }

    Approval reconsiderDue(Approval approval) {
        return in(() -> approvals.reconsiderDue(approval.id()));
    }

    Approval again(Approval approval) {
        return approvals.find(approval.id()).orElseThrow();
    }

    <T> T in(Supplier<T> act) {
        return requireNonNull(database.transactions().execute(status -> act.get()));
    }
}
