package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Seat;
import dev.slipway.flow.task.SeatCandidates.Asked;
import dev.slipway.flow.waiting.WaitingBoard;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.IdentityEvent;
import dev.slipway.identity.People;
import dev.slipway.identity.Substitution;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows open seats to those who are asked now: after an escalation, a reassignment, a change of substitutes. It changes the tasks where the engine keeps
 * them, without the engine and with the request locked: a change through it would collide with whoever votes at the same moment, and a vote would be lost.
 */
@Component
class SeatTasks {

    private static final String OPEN =
            "select distinct t.ID_, t.NAME_, t.ASSIGNEE_, a.TEXT_ as approval, c.LONG_ as place"
                    + " from ACT_RU_TASK t"
                    + " join ACT_RU_VARIABLE a on a.PROC_INST_ID_ = t.PROC_INST_ID_ and a.NAME_ = 'approvalId'"
                    + " join ACT_RU_VARIABLE c on c.EXECUTION_ID_ = t.EXECUTION_ID_ and c.NAME_ = 'loopCounter'"
                    + " where t.TASK_DEF_KEY_ = 'Activity_Decide'";

    private final JdbcClient jdbc;
    private final Approvals approvals;
    private final SeatCandidates candidates;
    private final WaitingBoard board;
    private final People people;

    SeatTasks(JdbcClient jdbc, Approvals approvals, SeatCandidates candidates, WaitingBoard board, People people) {
        this.people = people;
        this.jdbc = jdbc;
        this.approvals = approvals;
        this.candidates = candidates;
        this.board = board;
    }

    @EventListener
    void on(ApprovalEvent.Escalated escalated) {
        show(escalated.approval());
    }

    @EventListener
    void on(ApprovalEvent.Reminded reminded) {
        show(reminded.approval());
    }

    @EventListener
    void on(ApprovalEvent.Reassigned reassigned) {
        show(reassigned.approval());
    }

    @EventListener
    void on(IdentityEvent.SubstituteNamed named) {
        showTo(named.substitution());
    }

    @EventListener
    void on(IdentityEvent.SubstitutionEnded ended) {
        showTo(ended.substitution());
    }

    /** Requests are locked in the order of their ids, so that two changes do not wait for each other. */
    private void showTo(Substitution substitution) {
        var absent = substitution.absent();
        var groups = people.groupsOf(absent).stream().map(GroupId::value).toList();
        jdbc.sql("select distinct approval from (" + OPEN + " and (t.ASSIGNEE_ in (:people) or exists"
                        + " (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_"
                        + " and (l.USER_ID_ in (:people) or l.GROUP_ID_ in (:groups))))) open order by approval")
                .param(
                        "people",
                        List.of(absent.value(), substitution.substitute().value()))
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .query(String.class)
                .list()
                .forEach(id -> approvals.locked(new ApprovalId(id)).ifPresent(this::show));
    }

    private void show(Approval approval) {
        var tasks = jdbc.sql(OPEN + " and a.TEXT_ = ?")
                .param(approval.id().value())
                .query((row, number) -> new SeatTask(
                        row.getString("ID_"), row.getString("NAME_"), row.getString("ASSIGNEE_"), row.getInt("place")))
                .list();
        for (var task : tasks) {
            approval.open().stream()
                    .filter(seat -> seat.number() == task.place() + 1)
                    .forEach(seat -> show(task, seat, approval));
        }
    }

    private void show(SeatTask task, Seat seat, Approval approval) {
        var asked = candidates.of(approval, seat);
        jdbc.sql("delete from ACT_RU_IDENTITYLINK where TASK_ID_ = ? and TYPE_ = 'candidate'")
                .param(task.id())
                .update();
        asked.groups().forEach(group -> link(task, "GROUP_ID_", group));
        asked.people().forEach(person -> link(task, "USER_ID_", person));
        var assignee = assignee(task, asked, seat);
        jdbc.sql("update ACT_RU_TASK set ASSIGNEE_ = :assignee where ID_ = :task")
                .param("assignee", assignee)
                .param("task", task.id())
                .update();
        board.say(task.id(), reason(task, approval), assignee == null ? asked.whom() : assignee);
    }

    /** Whoever has claimed a seat of a group keeps it; a seat that is kept for somebody is theirs, unless others may claim it as well. */
    private static @Nullable String assignee(SeatTask task, Asked asked, Seat seat) {
        if (!asked.only().isEmpty()) {
            return asked.only();
        }
        return seat.reserved() == null || asked.people().contains(task.assignee()) && !kept(task, seat)
                ? task.assignee()
                : null;
    }

    private static boolean kept(SeatTask task, Seat seat) {
        return seat.reserved() != null && seat.reserved().value().equals(task.assignee());
    }

    private void link(SeatTask task, String column, String whom) {
        jdbc.sql("insert into ACT_RU_IDENTITYLINK (ID_, REV_, " + column + ", TYPE_, TASK_ID_)"
                        + " values (?, 1, ?, 'candidate', ?)")
                .params(UUID.randomUUID().toString(), whom, task.id())
                .update();
    }

    private static String reason(SeatTask task, Approval approval) {
        return task.name()
                + (approval.escalated() ? ", escalated" : "")
                + (approval.times().remindedAt() == null ? "" : ", reminded");
    }

    private record SeatTask(
            String id, String name, @Nullable String assignee, int place) {}
}
