package dev.slipway.approval;

import dev.slipway.content.Digest;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class ApprovalRepository {

    private static final String REQUEST =
            "select id, release_id, purpose, candidate, candidate_number, opened_at, due, outcome, artifacts, plan_version,"
                    + " escalate_at, escalated_at, remind_seconds, reminded_at from approval_request";

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    ApprovalRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Keeps a new request, unless the same visit has one: then nothing changes. Waits for whoever is opening the same. */
    boolean add(KeptApproval kept, String visit) {
        try {
            savepoint.executeWithoutResult(status -> insert(kept, visit));
        } catch (DuplicateKeyException openedByAnother) {
            return false;
        }
        var approval = kept.approval();
        approval.seats().forEach(seat -> insert(approval.id(), seat));
        if (!approval.excluded().isEmpty()) {
            insert(approval.id(), approval.excluded());
        }
        return true;
    }

    private void insert(ApprovalId id, Set<PersonId> excluded) {
        var values = excluded.stream()
                .<Object>mapMulti((person, row) -> {
                    row.accept(id.value());
                    row.accept(person.value());
                })
                .toList();
        jdbc.sql("insert into approval_excluded (request_id, person_id) values "
                        + String.join(", ", Collections.nCopies(excluded.size(), "(?, ?)")))
                .params(values)
                .update();
    }

    private void insert(KeptApproval kept, String visit) {
        var approval = kept.approval();
        jdbc.sql("""
                insert into approval_request
                    (id, release_id, visit, purpose, candidate, candidate_number, opened_at, due, artifacts, plan_version,
                    escalate_at, remind_seconds)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        approval.id().value(),
                        approval.release().value(),
                        visit,
                        approval.purpose(),
                        approval.candidate().hex(),
                        kept.candidateNumber(),
                        at(approval.openedAt()),
                        at(approval.due()),
                        kept.basis() == null ? null : kept.basis().artifacts().hex(),
                        kept.basis() == null ? null : kept.basis().plan(),
                        at(approval.times().escalateAt()),
                        approval.times().remindEvery() == null
                                ? null
                                : approval.times().remindEvery().toSeconds())
                .update();
    }

    private void insert(ApprovalId id, Seat seat) {
        jdbc.sql("""
                insert into approval_seat (request_id, seat, role_id, label, reserved_for, mandatory, escalate_to, remark)
                values (:request, :seat, :role, :label, :reserved, :mandatory, :escalate, '')""")
                .param("request", id.value())
                .param("seat", seat.number())
                .param("role", seat.role().value())
                .param("label", seat.label())
                .param(
                        "reserved",
                        seat.reserved() == null ? null : seat.reserved().value())
                .param("mandatory", seat.mandatory())
                .param(
                        "escalate",
                        seat.escalateTo() == null ? null : seat.escalateTo().value())
                .update();
        if (seat.vote() != null) {
            vote(id, seat.number(), seat.vote());
        }
    }

    /** Holds the request's row until the transaction ends. */
    Optional<KeptApproval> lock(ApprovalId id) {
        var locked = jdbc.sql("select id from approval_request where id = ? for update")
                .param(id.value())
                .query(String.class)
                .optional();
        return locked.flatMap(held -> find(id));
    }

    Optional<KeptApproval> find(ApprovalId id) {
        return read("id = ?", id.value()).stream().findFirst();
    }

    Optional<KeptApproval> find(ReleaseId release, String visit) {
        return read("release_id = ? and visit = ?", release.value(), visit).stream()
                .findFirst();
    }

    List<KeptApproval> of(ReleaseId release) {
        return read("release_id = ?", release.value());
    }

    /** The release's requests that nobody has settled yet. */
    List<ApprovalId> open(ReleaseId release) {
        return jdbc.sql("select id from approval_request where release_id = ? and outcome is null order by ordinal")
                .param(release.value())
                .query((row, number) -> new ApprovalId(row.getString(1)))
                .list();
    }

    void vote(ApprovalId id, int seat, Vote vote) {
        jdbc.sql("""
                update approval_seat
                set voter = ?, stands_for = ?, decision = ?, remark = ?, voted_at = ?, carried_from = ?
                where request_id = ? and seat = ?""")
                .params(
                        vote.voter().value(),
                        vote.standsFor() == null ? null : vote.standsFor().value(),
                        vote.decision().name(),
                        vote.comment(),
                        at(vote.at()),
                        vote.carriedFrom() == null ? null : vote.carriedFrom().value(),
                        id.value(),
                        seat)
                .update();
    }

    void reserve(ApprovalId id, int seat, PersonId person) {
        jdbc.sql("update approval_seat set reserved_for = ? where request_id = ? and seat = ?")
                .params(person.value(), id.value(), seat)
                .update();
    }

    void escalated(ApprovalId id, Instant at) {
        jdbc.sql("update approval_request set escalated_at = ? where id = ?")
                .params(at(at), id.value())
                .update();
    }

    void reminded(ApprovalId id, Instant at) {
        jdbc.sql("update approval_request set reminded_at = ? where id = ?")
                .params(at(at), id.value())
                .update();
    }

    void settle(ApprovalId id, Approval.Outcome outcome, Instant at) {
        jdbc.sql("update approval_request set outcome = ?, settled_at = ? where id = ?")
                .params(outcome.name(), at(at), id.value())
                .update();
    }

    /** Requests first: what belongs to one is written with it, so that whoever sees a request finds all its seats. */
    private List<KeptApproval> read(String condition, Object... values) {
        var bare = jdbc.sql(REQUEST + " where " + condition + " order by ordinal")
                .params(values)
                .query(ApprovalRepository::bare)
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        var ids = bare.stream().map(kept -> kept.approval().id().value()).toList();
        var seats = jdbc
                .sql("select * from approval_seat where request_id in (:ids) order by seat")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getString("request_id"), seat(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var excluded = jdbc
                .sql("select request_id, person_id from approval_excluded where request_id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getString(1), new PersonId(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return bare.stream()
                .map(kept -> kept.with(
                        seats.getOrDefault(kept.approval().id().value(), List.of()),
                        excluded.getOrDefault(kept.approval().id().value(), Set.of())))
                .toList();
    }

    private static KeptApproval bare(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var artifacts = row.getString("artifacts");
        var approval = new Approval(
                new ApprovalId(row.getString("id")),
                new ReleaseId(row.getString("release_id")),
                row.getString("purpose"),
                new Digest(row.getString("candidate")),
                List.of(),
                Set.of(),
                required(row, "opened_at"),
                times(row),
                outcome == null ? null : Approval.Outcome.valueOf(outcome));
        return new KeptApproval(
                approval,
                row.getInt("candidate_number"),
                artifacts == null ? null : new Basis(new Digest(artifacts), row.getInt("plan_version")));
    }

    /** Requests of the time before escalation was kept were escalated when three quarters of their time were over. */
    private static Approval.Times times(ResultSet row) throws SQLException {
        var opened = required(row, "opened_at");
        var due = required(row, "due");
        var escalateAt = instant(row, "escalate_at");
        var remind = row.getObject("remind_seconds", Long.class);
        return new Approval.Times(
                due,
                escalateAt == null ? due.minus(Duration.between(opened, due).dividedBy(4)) : escalateAt,
                remind == null ? null : Duration.ofSeconds(remind),
                instant(row, "escalated_at"),
                instant(row, "reminded_at"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        var escalateTo = row.getString("escalate_to");
        return new Seat(
                row.getInt("seat"),
                new GroupId(row.getString("role_id")),
                row.getString("label"),
                row.getBoolean("mandatory"),
                person(row.getString("reserved_for")),
                escalateTo == null ? null : new GroupId(escalateTo),
                vote(row));
    }

    private static @Nullable Vote vote(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        if (decision == null) {
            return null;
        }
        var carried = row.getString("carried_from");
        return new Vote(
                new PersonId(row.getString("voter")),
                person(row.getString("stands_for")),
                Decision.valueOf(decision),
                row.getString("remark"),
                required(row, "voted_at"),
                carried == null ? null : new ApprovalId(carried));
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
