package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalEvent;
import dev.slipway.flow.waiting.WaitingTimes;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the timers and tasks of an approval follow when it is due, also those that wait already. It changes them where the engine keeps them, with the request
 * locked, as {@link SeatTasks} does. A timer that fires at the same moment is asked again: it finds its row changed.
 */
@Component
class SeatTimers {

    private static final String PARTS =
            "(select v.PROC_INST_ID_ from ACT_RU_EXECUTION e join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = e.ID_"
                    + " where e.BUSINESS_KEY_ = :release and v.NAME_ = 'approvalId' and v.TEXT_ = :approval)";

    private final JdbcClient jdbc;
    private final WaitingTimes times;

    SeatTimers(JdbcClient jdbc, WaitingTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    @EventListener
    void on(ApprovalEvent.DueMoved moved) {
        var approval = moved.approval();
        var due = approval.due();
        if (!approval.escalated()) {
            timer(approval, "Event_TimeIsShort", approval.times().escalateAt());
        }
        timer(approval, "Event_TimeIsUp", due);
        jdbc.sql("update ACT_RU_VARIABLE set TEXT_ = :due where NAME_ = 'approvalDue' and PROC_INST_ID_ in " + PARTS)
                .param("due", due.toString())
                .param("approval", approval.id().value())
                .param("release", approval.release().value())
                .update();
        var tasks = tasks(approval);
        if (!tasks.isEmpty()) {
            jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = :due where ID_ in (:tasks)")
                    .param("due", timestamp(due))
                    .param("tasks", tasks)
                    .update();
            tasks.forEach(task -> times.until(task, due));
        }
    }

    private void timer(Approval approval, String event, Instant at) {
        var moved = jdbc.sql("update ACT_RU_JOB set DUEDATE_ = :at, REV_ = REV_ + 1 where HANDLER_CFG_ like :event"
                        + " and PROCESS_INSTANCE_ID_ in " + PARTS)
                .param("at", timestamp(at))
                .param("event", event + "%")
                .param("approval", approval.id().value())
                .param("release", approval.release().value())
                .update();
        if (moved > 0) {
            times.wakeAt(at);
        }
    }

    private List<String> tasks(Approval approval) {
        return jdbc.sql("select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'Activity_Decide' and PROC_INST_ID_ in "
                        + PARTS)
                .param("approval", approval.id().value())
                .param("release", approval.release().value())
                .query(String.class)
                .list();
    }

    /** The engine keeps milliseconds, in the zone of the machine. */
    private static Timestamp timestamp(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
    }
}
