package dev.slipway.advisory;

import dev.slipway.Database;
import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Decision;
import dev.slipway.approval.Seat;
import dev.slipway.approval.Vote;
import dev.slipway.content.Digest;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module on one database, with a board of three whose chair is Carl, requests that ask it, and a clock that can be set. */
class Hall implements Neighbours {

    static final String BOARD = "cab";
    static final GroupId CAB = new GroupId("cab");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final Map<String, String> GROUPS =
            Map.of("carl", "cab", "cleo", "cab", "cyd", "cab", "rita", "release-managers", "dora", "developers");

    final AdvisoryBoards boards;
    final Agendas agendas;
    private final Database database;
    private final Map<ApprovalId, Approval> approvals = new LinkedHashMap<>();
    private Instant now = NOW;
    private Actor actor = Actor.SYSTEM;
    boolean covered = true;

    /** The requests whose due date was asked to follow, in that order. */
    final List<ApprovalId> followed = new ArrayList<>();

    final BoardSittings sittings;

    Hall(Database database) {
        this.database = database;
        var boardRows = new BoardRows(database.jdbc());
        var meetings = new MeetingRows(database.jdbc());
        var items = new AgendaRows(database.jdbc());
        var events = database.events();
        var clock = clock();
        this.agendas = new Agendas(boardRows, meetings, items, this, events, clock);
        this.sittings = new BoardSittings(items);
        this.boards = new AdvisoryBoards(
                boardRows,
                meetings,
                items,
                agendas,
                new Chairing(this),
                new Inspection(this, clock),
                this,
                database.transactions(),
                events,
                clock);
        boards.describe(BOARD, "Change advisory board", "cab", "carl", "50 %");
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Hall as(String person) {
        actor = person.equals("slipway") ? Actor.SYSTEM : Actor.person(person);
        return this;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** A release that asks the board, and is heard of as when its flow does. */
    Approval asks(String release) {
        database.jdbc()
                .sql("""
                        insert into release_release (id, base, run, product, version, flow, state, requester, planned,
                            plan_version, candidate, opened_at, outcome)
                        select :id, :id, 1, 'payments', '1', 'devops-release', 'PENDING', 'person:rita', true, 1, 1, :at, ''
                        where not exists (select 1 from release_release where id = :id)""")
                .param("id", release)
                .param("at", NOW.atOffset(ZoneOffset.UTC))
                .update();
        var approval = approval(release, null, null);
        approvals.put(approval.id(), approval);
        database.transactions()
                .executeWithoutResult(status -> agendas.on(new ApprovalEvent.Opened(approval, 1, List.of())));
        return approval;
    }

    void decide(Approval approval, Decision decision) {
        var outcome = decision == Decision.APPROVE ? Approval.Outcome.APPROVED : Approval.Outcome.REJECTED;
        approvals.put(approval.id(), approval(approval.release().value(), decision, outcome));
    }

    private static Approval approval(String release, @Nullable Decision decision, Approval.@Nullable Outcome settled) {
        var vote = decision == null ? null : new Vote(new PersonId("cleo"), null, decision, "Looks right.", NOW, null);
        var seat = new Seat(1, CAB, "Cab", true, null, null, vote);
        return new Approval(
                new ApprovalId("approval-of-" + release),
                new ReleaseId(release),
                "cab",
                new Digest("a".repeat(64)),
                List.of(seat),
                Set.of(),
                NOW,
                new Approval.Times(NOW.plus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(4)), null, null, null),
                settled);
    }

    Meeting plan(String start) {
        var planned = as("carl").boards.plan(BOARD, start, "Europe/Berlin", "Room 1");
        return ((Advising.Done) planned).meeting();
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public boolean isCovered() {
        return covered;
    }

    @Override
    public boolean chairsEverything() {
        return actor.equals(Actor.SYSTEM);
    }

    @Override
    public boolean mayDescribe() {
        return actor.equals(Actor.SYSTEM);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.of(id).filter(each -> GROUPS.containsKey(each.value())).map(Hall::known);
    }

    private static Person known(PersonId id) {
        return new Person(id, id.value() + " Test", id + "@example.com");
    }

    @Override
    public boolean exists(GroupId group) {
        return GROUPS.containsValue(group.value());
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return GROUPS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group.value()))
                .map(entry -> known(new PersonId(entry.getKey())))
                .toList();
    }

    @Override
    public Optional<Approval> approval(ApprovalId id) {
        return Optional.ofNullable(approvals.get(id));
    }

    @Override
    public void reconsiderDue(ApprovalId id) {
        followed.add(id);
    }

    @Override
    public List<Approval> approvalsOf(ReleaseId release) {
        return approvals.values().stream()
                .filter(approval -> approval.release().equals(release))
                .toList();
    }

    @Override
    public List<ReleaseId> pending(Optional<ReleaseId> before) {
        return before.isPresent()
                ? List.of()
                : new ArrayList<>(approvals.values())
                        .stream().map(Approval::release).toList();
    }
}
