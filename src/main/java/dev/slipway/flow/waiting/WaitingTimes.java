package dev.slipway.flow.waiting;

import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Follows deadlines that were changed where the engine keeps them, past the engine. Always called inside the transaction that changes them. */
@Component
public class WaitingTimes {

    private final WaitingBuffer buffer;

    WaitingTimes(WaitingBuffer buffer) {
        this.buffer = buffer;
    }

    /** Says until when a task waits from now on. */
    public void until(String task, Instant due) {
        buffer.changes().change(new WaitingRow.Change(task, null, null, due));
    }

    /** Has this node look at that time for a timer that is due then. */
    public void wakeAt(Instant due) {
        buffer.changes().due(Date.from(due));
    }
}
